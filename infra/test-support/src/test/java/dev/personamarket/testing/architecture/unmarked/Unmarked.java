package dev.personamarket.testing.architecture.unmarked;

record Unmarked() {}
