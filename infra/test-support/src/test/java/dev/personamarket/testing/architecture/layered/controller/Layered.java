package dev.personamarket.testing.architecture.layered.controller;

record Layered() {}
