package dev.winnow.bench.peers;

import dev.winnow.model.result.Side;

/**
 * The scores of a candidate in millionths, rounded down once, with the weights of the pack. They are summed as doubles,
 * whereas winnow sums exact fractions; a small tolerance therefore keeps a sum of a whole number of millionths from
 * being rounded to the one below.
 *
 * @param cityLow the certain score for the city, from 0 to 100 million
 * @param cityHigh the possible score for the city
 * @param projectLow the certain score for the project
 * @param projectHigh the possible score for the project
 * @param known the known share of the weights, from 0 to a million
 */
record Scores(long cityLow, long cityHigh, long projectLow, long projectHigh, long known) {

    static final long RECOMMEND = 50_000_000;
    static final long DECLINE = 25_000_000;

    private static final double DEMAND_PULL = 45;
    private static final double CHAIN_COVERAGE = 25;
    private static final double FUNDING = 20;
    private static final double PROJECT_SIDE = DEMAND_PULL + CHAIN_COVERAGE + FUNDING;
    private static final double CHAIN_ACTION = 35;
    private static final double TECHNOLOGY = 20;
    private static final double CITY_SIDE = CHAIN_ACTION + TECHNOLOGY;

    /** The points of a criterion; of rules that count once together, the largest. */
    private static final class Criterion {

        private final Findings findings;
        private double low;
        private double high;
        private double all;
        private double open;

        Criterion(Findings findings) {
            this.findings = findings;
        }

        Criterion add(Rule rule) {
            Finding finding = findings.of(rule);
            return finding == null ? add(rule.points(), 0, 0) : add(rule.points(), finding.low(), finding.high());
        }

        Criterion largest(Rule one, Rule other) {
            Finding first = findings.of(one);
            Finding second = findings.of(other);
            return add(
                    one.points(),
                    Math.max(first == null ? 0 : first.low(), second == null ? 0 : second.low()),
                    Math.max(first == null ? 0 : first.high(), second == null ? 0 : second.high()));
        }

        private Criterion add(double points, double certain, double possible) {
            low += certain;
            high += possible;
            all += points;
            open += certain == possible ? 0 : points;
            return this;
        }

        Criterion capped(Rule rule) {
            Finding cap = findings.of(rule);
            if (cap != null) {
                low = Math.min(low, cap.low());
                high = cap.certain() ? Math.min(high, cap.high()) : high;
            }
            return this;
        }

        /** Returns the undecided part of its points. */
        double open() {
            return open / all;
        }
    }

    static Scores of(Findings findings) {
        Criterion demand = new Criterion(findings)
                .largest(Rule.END_MARKET_AT_SCALE, Rule.PARTS_AT_SCALE)
                .add(Rule.LOCAL_LEAD_USERS)
                .add(Rule.SEVERAL_END_MARKETS)
                .add(Rule.LOCAL_USER_CO_INVESTS);
        Criterion coverage = new Criterion(findings).add(Rule.STAGES_COVERED).add(Rule.CLUSTER_IN_DISTRICT);
        Criterion funding = new Criterion(findings).add(Rule.FUNDS_COVER_NEED).add(Rule.MANDATE_COVERS_TRACK);
        Criterion action = new Criterion(findings)
                .largest(Rule.BUILDS_CHAIN, Rule.FILLS_GAP)
                .add(Rule.EXTENDS_CHAIN);
        Criterion technology = new Criterion(findings)
                .add(Rule.YIELD_REACHED)
                .add(Rule.GENERATIONS_SHIPPED)
                .capped(Rule.TECHNOLOGY_CAPPED_WITHOUT_DEMAND);
        double ofProject = DEMAND_PULL * demand.open() + CHAIN_COVERAGE * coverage.open() + FUNDING * funding.open();
        double ofCity = CHAIN_ACTION * action.open() + TECHNOLOGY * technology.open();
        return new Scores(
                millionths((CHAIN_ACTION * action.low + TECHNOLOGY * technology.low) / CITY_SIDE),
                millionths((CHAIN_ACTION * action.high + TECHNOLOGY * technology.high) / CITY_SIDE),
                millionths((DEMAND_PULL * demand.low + CHAIN_COVERAGE * coverage.low + FUNDING * funding.low)
                        / PROJECT_SIDE),
                millionths((DEMAND_PULL * demand.high + CHAIN_COVERAGE * coverage.high + FUNDING * funding.high)
                        / PROJECT_SIDE),
                millionths(1 - (ofProject / PROJECT_SIDE + ofCity / CITY_SIDE) / 2));
    }

    private static long millionths(double score) {
        return (long) Math.floor(score * 1e6 + 1e-6);
    }

    /** Returns the lower score of the two sides, since a match needs both. */
    long low() {
        return Math.min(cityLow, projectLow);
    }

    long high() {
        return Math.min(cityHigh, projectHigh);
    }

    /** Returns the side with the lower low score, then the lower high score, then the city. */
    Side binds() {
        int order = Long.compare(projectLow, cityLow);
        return (order == 0 ? Long.compare(projectHigh, cityHigh) : order) < 0 ? Side.PROJECT : Side.CITY;
    }
}
