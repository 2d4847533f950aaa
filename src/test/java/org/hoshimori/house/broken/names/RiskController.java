package org.hoshimori.house.broken.names;

/// Broken: public.
public final class RiskController {}
