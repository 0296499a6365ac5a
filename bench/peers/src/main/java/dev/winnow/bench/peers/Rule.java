package dev.winnow.bench.peers;

import dev.winnow.model.result.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The rules of the comparison with their points; a test compares them with the pack. */
final class Rule {

    private static final List<Rule> LISTED = new ArrayList<>();

    static final Rule END_MARKET_AT_SCALE = award("end-market-at-scale", 35);
    static final Rule PARTS_AT_SCALE = award("parts-at-scale", 35);
    static final Rule LOCAL_LEAD_USERS = award("local-lead-users", 15);
    static final Rule SEVERAL_END_MARKETS = award("several-end-markets", 10);
    static final Rule LOCAL_USER_CO_INVESTS = award("local-user-co-invests", 40);
    static final Rule STAGES_COVERED = award("stages-covered", 40);
    static final Rule CLUSTER_IN_DISTRICT = award("cluster-in-district", 15);
    static final Rule FUNDS_COVER_NEED = award("funds-cover-need", 30);
    static final Rule MANDATE_COVERS_TRACK = award("mandate-covers-track", 20);
    static final Rule NO_MONEY_IN_SIGHT = new Rule("no-money-in-sight", Effect.KNOCK_OUT, 0, 0, 0);
    static final Rule BUILDS_CHAIN = award("builds-chain", 50);
    static final Rule FILLS_GAP = award("fills-gap", 50);
    static final Rule EXTENDS_CHAIN = award("extends-chain", 20);
    static final Rule DUPLICATES_WHAT_IS_THERE = new Rule("duplicates-what-is-there", Effect.RED_FLAG, 0, 0, 0);
    static final Rule YIELD_REACHED = award("yield-reached", 20);
    static final Rule GENERATIONS_SHIPPED = award("generations-shipped", 15);
    static final Rule TECHNOLOGY_CAPPED_WITHOUT_DEMAND = new Rule(
            "technology-capped-without-demand",
            Effect.CAP,
            0,
            Limits.CEILING_WITHOUT_DEMAND,
            Limits.CEILING_WITHOUT_DEMAND);

    private static final List<Rule> ALL = List.copyOf(LISTED);
    private static final Map<String, Rule> BY_ID = ALL.stream().collect(Collectors.toMap(Rule::id, rule -> rule));

    private final String id;
    private final Effect effect;
    private final int points;
    private final int number;

    /** The most frequent outcome, created once. */
    private final Finding possible;

    private final Finding certain;

    private Rule(String id, Effect effect, int points, double low, double high) {
        this.id = id;
        this.effect = effect;
        this.points = points;
        this.number = LISTED.size();
        this.possible = new Finding(this, false, low, high, List.of());
        this.certain = new Finding(this, true, high, high, List.of());
        LISTED.add(this);
    }

    private static Rule award(String id, int points) {
        return new Rule(id, Effect.AWARD, points, 0, points);
    }

    /** Returns all rules in the order of their numbers. */
    static List<Rule> all() {
        return ALL;
    }

    /** Returns the rule with a name. */
    static Rule of(String id) {
        return Objects.requireNonNull(BY_ID.get(id), id);
    }

    /** Returns its name in the pack. */
    String id() {
        return id;
    }

    /** Returns its index among the rules. */
    int number() {
        return number;
    }

    Effect effect() {
        return effect;
    }

    int points() {
        return points;
    }

    /** Returns a finding that it possibly holds, in full. */
    Finding possible() {
        return possible;
    }

    /** Returns a finding that it certainly holds in full, without rows. */
    Finding certain() {
        return certain;
    }

    /** Returns a finding that it certainly holds in full, by this row. */
    Finding certain(Record row) {
        return new Finding(this, true, certain.low(), certain.high(), List.of(row));
    }

    /** Returns a finding that it certainly holds in full, by these rows. */
    Finding certain(Record row, Record other) {
        return new Finding(this, true, certain.low(), certain.high(), List.of(row, other));
    }

    /** Returns a finding that it earns a share of its points; a rule that only possibly holds certainly earns none. */
    Finding shared(boolean holds, double low, double high) {
        return shared(holds, low, high, List.of());
    }

    /** Returns a finding that it earns a share of its points, by these rows. */
    Finding shared(boolean holds, double low, double high, List<Record> rows) {
        return new Finding(this, holds, holds ? points * low : 0, points * high, rows);
    }
}
