package dev.winnow.portfolio.view;

import java.util.List;

/** Kind of a plan, with the keys of its file that the form has fields for. */
public enum PlanKind {
    PORTFOLIO("title budget at-least at-most from consider cost", "must never despite-flags", "cities"),
    MATCH("title capacity from", "never despite-flags", "capacities");

    private final String texts;
    private final String lists;
    private final String ofCities;

    /**
     * @param texts the keys with a text or a number, separated by blanks
     * @param lists the keys with a list of projects, separated by blanks
     */
    PlanKind(String texts, String lists, String ofCities) {
        this.texts = texts;
        this.lists = lists;
        this.ofCities = ofCities;
    }

    /** Returns the keys with a text or a number. */
    List<String> texts() {
        return List.of(texts.split(" "));
    }

    /** Returns the keys with a list of projects. */
    List<String> lists() {
        return List.of(lists.split(" "));
    }

    /** Returns the key with a text per city. */
    String ofCities() {
        return ofCities;
    }

    /** Returns the name of its file. */
    public String file() {
        return this == PORTFOLIO ? "portfolio.yaml" : "match.yaml";
    }
}
