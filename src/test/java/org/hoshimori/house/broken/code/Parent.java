package org.hoshimori.house.broken.code;

/// Fine by itself.
class Parent {}
