package dev.winnow.model.result;

/**
 * An assumption that changes the verdict of the base case if it is withdrawn or reversed while the others stay.
 *
 * @param fact the assumed fact
 * @param otherwise the verdict without it; of several possible verdicts, the furthest from that of the base case
 */
public record CriticalAssumption(String fact, Verdict otherwise) {}
