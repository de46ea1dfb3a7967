import './never-leaks';
import './never-misleads';
import './never-says';
import './never-urgent';
import { theApp } from './rig';

afterAll(async () => (await theApp()).close());
