package dev.winnow.bench.peers;

/** The limits of the comparison; money in million yuan. A test compares them with the pack. */
final class Limits {

    static final double END_MARKET_SCALE = 300_000;
    static final double PARTS_SCALE = 100_000_000;
    static final double LEAD_USERS_ENOUGH = 3;
    static final double SEVERAL_END_MARKETS = 2;
    static final double CLUSTER_MASS = 48;
    static final double YIELD_ASKED = 0.9;
    static final double GENERATIONS_SHOWN = 5;
    static final double CEILING_WITHOUT_DEMAND = 40;

    private Limits() {}
}
