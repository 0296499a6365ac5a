package dev.winnow.engine.fused;

/** A rule asks for more than the fused evaluator does. Who is left with it sees what is to be said of that. */
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
