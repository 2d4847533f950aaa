package org.hoshimori.house.broken.code;

/// Fine: meant for lambdas.
@FunctionalInterface
interface Chosen {

    String choose(String one);
}
