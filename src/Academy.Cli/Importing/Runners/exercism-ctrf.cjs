// Tells Jest's results as CTRF.
const fs = require('node:fs');

const STATUS = { passed: 'passed', failed: 'failed', pending: 'skipped', todo: 'pending' };

module.exports = class {
  onRunComplete(_, all) {
    const tests = all.testResults.flatMap((file) => file.testResults).map((test) => ({
      name: test.fullName,
      status: STATUS[test.status] ?? 'other',
      duration: test.duration ?? 0,
      message: test.failureMessages[0]?.replace(/\u001b\[[0-9;]*m/g, '').split('\n    at ')[0],
    }));
    const count = (status) => tests.filter((test) => test.status === status).length;
    const summary = {
      tests: tests.length,
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
      pending: count('pending'),
      other: count('other'),
      start: all.startTime,
      stop: Date.now(),
    };
    const results = { tool: { name: 'jest' }, summary, tests };
    fs.writeFileSync('/report/ctrf.json', JSON.stringify({ reportFormat: 'CTRF', specVersion: '0.0.0', results }));
  }
};
