// Imported before each test file: these must be the first to load, or Jest says 'Cannot require() ES Module in a cycle'.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
