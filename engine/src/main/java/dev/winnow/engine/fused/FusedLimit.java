package dev.winnow.engine.fused;

/**
 * Thrown when a rule exceeds the limits of the fused evaluator. The reference evaluator, to which the rule is left,
 * reports any problem.
 */
final class FusedLimit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    /** @param rule its id */
    FusedLimit(String rule) {
        super(rule, null, false, false);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
