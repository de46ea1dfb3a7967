import { join } from 'node:path';
import { readConfig } from '../src/config';

function read(address: string | undefined) {
  return readConfig(join(__dirname, '..'), { AUTH: 'off', PUBLIC_URL: address });
}

describe('PUBLIC_URL', () => {
  it.each([
    ['https://golden-rule.example.gov.uk', 'https://golden-rule.example.gov.uk'],
    ['https://golden-rule.example.gov.uk/', 'https://golden-rule.example.gov.uk'],
    ['https://Golden-Rule.example.gov.uk:8443', 'https://golden-rule.example.gov.uk:8443'],
    ['http://127.0.0.1:3978', 'http://127.0.0.1:3978'],
    ['http://localhost:3978/', 'http://localhost:3978'],
    ['http://[::1]:3978', 'http://[::1]:3978'],
  ])('may be %s, and the policy then stands below it', (address, origin) => {
    const config = read(address);
    expect(config.publicUrl).toBe(origin);
    expect(config.councils[0]?.council.policyUrl).toBe(`${origin}/policy`);
  });

  it.each([undefined, ''])('may be left out: %j', (address) => {
    expect(read(address)).not.toHaveProperty('publicUrl');
    expect(read(address).councils[0]?.council).not.toHaveProperty('policyUrl');
  });

  it.each([
    'http://golden-rule.example.gov.uk',
    'http://127.0.0.1.example.com',
    'https://golden-rule.example.gov.uk/bot',
    'https://golden-rule.example.gov.uk/?a=b',
    'https://golden-rule.example.gov.uk/#a',
    'https://name:secret@golden-rule.example.gov.uk',
    'golden-rule.example.gov.uk',
    'javascript:alert(1)',
    'file:///policy',
  ])('may not be %s', (address) => {
    expect(() => read(address)).toThrow(/^PUBLIC_URL is ".*"\. It must begin with https:\/\/ and have no path/u);
  });
});
