// Jest and Babel are the image's own; the learner's configuration of them is not read.
module.exports = {
  rootDir: '/work',
  testMatch: ['**/*.spec.js'],
  transform: {
    '\\.[jt]sx?$': [
      '/node_modules/babel-jest',
      {
        babelrc: false,
        configFile: false,
        presets: [['/node_modules/@babel/preset-env', { targets: { node: 'current' } }]],
      },
    ],
  },
  moduleNameMapper: { '^(\\.\\/.+)\\.js$': '$1' },
  cacheDirectory: '/tmp/jest',
  watchman: false,
  reporters: ['/work/exercism-ctrf.cjs'],
};
