package dev.winnow.workbench.scaffold;

/** The facts of a project that an example rule may read, with figures for its limit and its cases. */
enum SampleFact {
    YIELD("yieldRate", "yield rate", "50 %", "60 %", "40 %", "0 %"),
    EQUIPMENT("domesticEquipmentRate", "share of domestic equipment", "50 %", "60 %", "40 %", "0 %"),
    MATERIAL("domesticMaterialRate", "share of domestic material", "50 %", "60 %", "40 %", "0 %"),
    FIRMS("linkedFirms", "number of linked firms", "10", "12", "8", "0"),
    INVESTMENT("investment", "investment", "500 mn yuan", "600 mn yuan", "400 mn yuan", "0 mn yuan"),
    NEED("fundingNeed", "need of funds", "500 mn yuan", "600 mn yuan", "400 mn yuan", "0 mn yuan");

    final String component;
    final String words;
    final String limit;
    final String above;
    /** Four fifths of the limit. */
    final String below;

    final String none;

    SampleFact(String component, String words, String limit, String above, String below, String none) {
        this.component = component;
        this.words = words;
        this.limit = limit;
        this.above = above;
        this.below = below;
        this.none = none;
    }
}
