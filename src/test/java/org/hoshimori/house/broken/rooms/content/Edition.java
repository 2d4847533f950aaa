package org.hoshimori.house.broken.rooms.content;

import org.hoshimori.house.broken.rooms.assessment.Round;

/// Broken: content looks left, at assessment, which looks back.
public record Edition(Round last) {}
