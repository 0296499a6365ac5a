package dev.winnow.engine.internal.evaluate;

/**
 * The limits on the work that a pack may cause in a screening. A valid rule may still pair long lists with each other;
 * the budget stops it. All limits are counts, so the same pack and universe always stop at the same candidate, on any
 * machine.
 *
 * @param looks how often the patterns of a run's rules may be tried on combinations of rows
 * @param pairs how many partial matches may be kept; each takes up memory
 * @param rows how many single rows all rules may look at for one candidate
 * @param matches the number of matches of one rule for one candidate
 * @param characters how long the reasons of one rule for one candidate may be, put together
 */
public record Budget(long looks, long pairs, long rows, int matches, long characters) {

    /** Far above what policies need, and within 512 MB for a candidate. */
    public static final Budget STANDARD = new Budget(5_000_000, 1_000_000, 2_000_000, 10_000, 4_000_000);

    /** No limits, for work that was within its budget before. */
    public static final Budget UNLIMITED =
            new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);
}
