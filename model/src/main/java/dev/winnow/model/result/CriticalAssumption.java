package dev.winnow.model.result;

/**
 * An assumption that, taken back or turned while all others stay, changes the verdict of the base case.
 *
 * @param fact the assumed fact
 * @param otherwise the verdict without it: of several the one furthest from that of the base case
 */
public record CriticalAssumption(String fact, Verdict otherwise) {}
