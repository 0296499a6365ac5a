package dev.winnow.bench.peers;

/** The engines of the comparison that run in Node. */
enum NodeEngine implements Contestant {
    JSON_RULES(
            "json-rules-engine",
            "ISC",
            "./json-rules.mjs",
            "Comparisons and how they combine, of numbers and flags of one pair.",
            "All that reads rows, which it does not have: joins, not, counts and sums; the part that is earned. Low and"
                    + " high as two rules and two facts. No scores, no ranks."),
    ZEN(
            "@gorules/zen-engine",
            "MIT",
            "./zen.mjs",
            "Joins, not, counts and sums, in ZEN expressions; both readings, written down by hand; the largest share.",
            "Objects of what is known, as maps for CEL; the engine copies them in at each pair. No scores, no ranks.");

    private final String title;
    private final String licence;
    private final String module;
    private final String own;
    private final String hosts;

    NodeEngine(String title, String licence, String module, String own, String hosts) {
        this.title = title;
        this.licence = licence;
        this.module = module;
        this.own = own;
        this.hosts = hosts;
    }

    @Override
    public Label label() {
        return new Label(title, NodeHost.pinned(title), licence);
    }

    @Override
    public Parts parts() {
        return new Parts(own, hosts);
    }

    /** Returns the file of its host, next to {@code measure.mjs}. */
    String module() {
        return module;
    }
}
