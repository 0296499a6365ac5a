package dev.winnow.model;

/** A universe of one city with long lists, for which joins are expensive. */
public final class Crowd {

    private Crowd() {}

    /**
     * Returns the universe's file.
     *
     * @param rows number of rows in each list of the city
     * @param projects number of candidates
     */
    public static String yaml(int rows, int projects) {
        StringBuilder yaml = new StringBuilder("universe: {name: crowd, asOf: 2025-01-01}\n");
        yaml.append("sources:\n  - {id: almanac, title: Almanac, date: 2020-01-01}\nendMarkets:\n");
        row(yaml, rows, "  - {id: market-%d, name: Market %d}\n");
        yaml.append("tracks:\n  - {id: food, name: Food}\n");
        yaml.append("chains:\n  - id: bread\n    name: Bread\n    links:\n");
        row(yaml, 50, "      - {id: link-%d, name: Link %d, stage: baking}\n");
        yaml.append("cities:\n  - id: town\n    name: Town\n    demands:\n");
        row(yaml, rows, "      - {endMarket: market-%d, annualOutput: 5%d mn yuan}\n");
        yaml.append("    leadUsers:\n");
        row(yaml, rows, "      - {firm: user-%d, endMarket: market-%d}\n");
        yaml.append("    firms:\n");
        row(yaml, rows, "      - {name: firm-%d}\n");
        yaml.append("    districts:\n");
        row(yaml, rows, "      - {name: district-%d}\n");
        yaml.append("    funds:\n");
        row(yaml, rows, "      - {id: fund-%d, name: Fund %d, tracks: [food], available: 1%d mn yuan}\n");
        yaml.append("projects:\n");
        row(
                yaml,
                projects,
                "  - {id: p%d, name: Project %d, track: food, links: [link-1, link-2], endMarkets: [market-1,"
                        + " market-2], investment: 1%d mn yuan, fundingNeed: 5 mn yuan}\n");
        return yaml.toString();
    }

    private static void row(StringBuilder yaml, int rows, String form) {
        for (int i = 0; i < rows; i++) {
            yaml.append(form.replace("%d", String.valueOf(i)));
        }
    }
}
