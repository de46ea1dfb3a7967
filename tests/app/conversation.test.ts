import './in-context';
import './asking-the-clerk';
import './at-the-desk';
import './dialogues';
import './in-company';
import './link-channel';
import './guidance';
import { theApp } from './rig';

// One test file for several subjects, because putting the application together takes longer than most of them.
afterAll(async () => (await theApp()).close());
