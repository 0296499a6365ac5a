package dev.winnow.bench;

import dev.winnow.model.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Invents universes of any size in the words of the shipped one: its chains, end markets and tracks are read from
 * {@code seeds/semiconductor}, cities and projects are drawn at random. The same seed gives the same universe.
 *
 * <p>Each thing that a file may leave out is left out of some, each figure is exact in some and "over", "about" or a
 * range in others, and about half of a city's lists are declared complete; how often is stated at each draw.
 */
final class Candidates {

    private static final List<String> LINKS = List.of(
            "eda",
            "chip-design",
            "semiconductor-materials",
            "core-equipment",
            "wafer-manufacturing",
            "power-devices",
            "wafer-level-packaging",
            "power-device-packaging",
            "chip-modules",
            "circuit-boards",
            "display-modules");
    private static final List<String> STAGES =
            List.of("design", "materials", "equipment", "manufacturing", "packaging-testing", "modules");
    private static final List<String> END_MARKETS =
            List.of("home-appliances", "consumer-electronics", "automotive", "industrial", "artificial-intelligence");
    private static final List<String> TRACKS =
            List.of("integrated-circuits", "new-generation-it", "new-energy", "artificial-intelligence");
    private static final List<String> SUB_TRACKS =
            List.of("automotive-chips", "magnetic-storage", "advanced-packaging", "new-displays");
    private static final List<String> LISTS =
            List.of("demands", "leadUsers", "funds", "districts", "bottlenecks", "subTracks", "firms");
    private static final int FIRMS = 40;

    private final Random random;

    private Candidates(long seed) {
        random = new Random(seed);
    }

    /**
     * A universe.
     *
     * @param seeds the folder of the shipped universe, for its chains and word lists
     * @throws IllegalStateException if it is found to have problems, because those words have changed
     */
    static Universe draw(Path seeds, int projects, int cities, long seed) {
        Candidates candidates = new Candidates(seed);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("universe.yaml", read(seeds.resolve("universe.yaml")));
        files.put("chain.yaml", read(seeds.resolve("chain.yaml")));
        files.put("cities.yaml", list("cities", cities, candidates::city));
        files.put("projects.yaml", list("projects", projects, number -> candidates.project(number, cities)));
        Universe universe = Universe.parse(files);
        if (!universe.problems().isEmpty()) {
            throw new IllegalStateException("the generator no longer knows the words of " + seeds + ": "
                    + universe.problems().get(0));
        }
        return universe;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String list(String key, int size, IntFunction<String> entry) {
        StringBuilder text = new StringBuilder(key).append(":\n");
        for (int i = 0; i < size; i++) {
            text.append("  - ").append(entry.apply(i)).append('\n');
        }
        return text.toString();
    }

    /** A project: 2 in 100 have landed in one of the cities, the others are open candidates. */
    private String project(int number, int cities) {
        Fields project = new Fields();
        project.put("id", "p" + number);
        project.put("name", "Project " + number);
        project.put("owner", firm());
        project.put("asOf", "2025-" + (10 + random.nextInt(3)) + "-15");
        if (chance(2)) {
            project.put("city", "c" + random.nextInt(cities));
            project.put("decided", "2024-" + (10 + random.nextInt(3)) + "-01");
        }
        project.maybe(95, "track", () -> chance(75) ? TRACKS.get(0) : one(TRACKS));
        project.maybe(95, "links", () -> some(LINKS, 1, 3));
        project.maybe(80, "endMarkets", () -> some(END_MARKETS, 1, 4));
        project.maybe(60, "subTracks", () -> some(SUB_TRACKS, 1, 2));
        project.maybe(50, "coInvestors", () -> firms(0, 2));
        project.maybe(40, "committedBuyers", () -> firms(0, 2));
        project.maybe(80, "investment", () -> money(200, 20_000));
        project.maybe(70, "fundingNeed", () -> money(50, 3_000));
        project.maybe(40, "yieldRate", () -> percent(50, 90));
        project.maybe(40, "domesticEquipmentRate", () -> percent(20, 85));
        project.maybe(40, "domesticMaterialRate", () -> percent(20, 85));
        project.maybe(50, "linkedFirms", () -> figure(0, 15, ""));
        project.maybe(15, "claimsScale", () -> "true");
        project.maybe(20, "claimsScarcity", () -> "true");
        project.maybe(25, "milestones", () -> "[{step: pilot-line, reached: 2025-10-20}]");
        return project.toString();
    }

    /** A city as full of rows as the fuller of the two shipped ones; a third of its lists' figures are unknown. */
    private String city(int number) {
        Fields city = new Fields();
        city.put("id", "c" + number);
        city.put("name", "City " + number);
        city.put("asOf", "2025-06-30");
        city.maybe(80, "firmCount", () -> figure(20, 400, ""));
        city.maybe(60, "aicEquityPilotSince", () -> "2024-09-24");
        List<String> complete = LISTS.stream().filter(list -> chance(50)).toList();
        city.put("complete", complete.toString());
        city.put("demands", rows(some(END_MARKETS, 2, 5), this::demand));
        city.put("leadUsers", leadUsers());
        city.put("funds", rows(numbers(3 + random.nextInt(7)), this::fund));
        city.put("districts", rows(numbers(3 + random.nextInt(3)), this::district));
        city.put("bottlenecks", rows(numbers(2), this::bottleneck));
        city.put("subTracks", rows(some(SUB_TRACKS, 1, 4), subTrack -> "{track: " + subTrack + "}"));
        city.put("firms", rows(numbers(4), this::localFirm));
        city.put("presences", presences());
        return city.toString();
    }

    private String demand(String endMarket) {
        Fields demand = new Fields();
        demand.put("endMarket", endMarket);
        demand.maybe(65, "annualOutput", () -> money(50_000, 600_000));
        demand.maybe(50, "annualUnits", () -> figure(50_000, 2_000_000, ""));
        demand.maybe(65, "partsPerUnit", () -> figure(20, 1_200, ""));
        return demand.toString();
    }

    /** Two to seven firms, each of one end market. */
    private String leadUsers() {
        return rows(firms(2, 7), firm -> "{firm: " + firm + ", endMarket: " + one(END_MARKETS) + "}");
    }

    private String fund(String number) {
        Fields fund = new Fields();
        fund.put("id", "f" + number);
        fund.put("name", "Fund " + number);
        fund.maybe(90, "kind", () -> one(List.of("guidance", "aic", "market")));
        fund.maybe(85, "tracks", () -> some(TRACKS, 1, 4));
        fund.maybe(50, "available", () -> money(100, 5_000));
        fund.maybe(70, "invested", () -> money(100, 30_000));
        fund.maybe(60, "leveraged", () -> money(100, 90_000));
        fund.maybe(70, "established", () -> "202" + random.nextInt(6) + "-03-01");
        return fund.toString();
    }

    private String district(String number) {
        return "{name: District " + number + ", specialisms: " + some(LINKS, 1, 4) + "}";
    }

    private String bottleneck(String number) {
        return "{item: parts " + number + ", links: " + some(LINKS, 1, 3) + "}";
    }

    private String localFirm(String number) {
        return "{name: Local firm " + number + ", links: " + some(LINKS, 1, 2) + "}";
    }

    /** Of each link, three cities in five hold it, one lacks it, and of one nothing is said; a few stages are stated. */
    private String presences() {
        List<String> rows = new ArrayList<>();
        for (String link : LINKS) {
            if (chance(80)) {
                rows.add("{link: " + link + ", held: " + chance(75) + "}");
            }
        }
        for (String stage : STAGES) {
            if (chance(25)) {
                rows.add("{stage: " + stage + ", held: true}");
            }
        }
        return rows.toString();
    }

    private static String rows(List<String> keys, Function<String, String> row) {
        return keys.stream().map(row).toList().toString();
    }

    private static List<String> numbers(int size) {
        return IntStream.range(0, size).mapToObj(String::valueOf).toList();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private List<String> some(List<String> of, int least, int most) {
        List<String> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, least + random.nextInt(most - least + 1));
    }

    private String firm() {
        return "Firm " + random.nextInt(FIRMS);
    }

    private List<String> firms(int least, int most) {
        List<String> all =
                numbers(FIRMS).stream().map(number -> "Firm " + number).toList();
        return some(all, least, most);
    }

    private String money(int least, int most) {
        return figure(least, most, " mn yuan");
    }

    private String percent(int least, int most) {
        return figure(least, most, " %");
    }

    /** Half are exact, the others "over", "about" or a range. */
    private String figure(int least, int most, String unit) {
        int value = least + random.nextInt(most - least + 1);
        return switch (random.nextInt(6)) {
            case 0 -> "over " + value + unit;
            case 1 -> "about " + value + unit;
            case 2 -> value + "-" + (value + 1 + random.nextInt(10)) + unit;
            default -> value + unit;
        };
    }

    /** A YAML map on one line. */
    private final class Fields {

        private final StringJoiner joined = new StringJoiner(", ", "{", "}");

        void put(String key, Object value) {
            joined.add(key + ": " + value);
        }

        void maybe(int percent, String key, Supplier<Object> value) {
            if (chance(percent)) {
                put(key, value.get());
            }
        }

        @Override
        public String toString() {
            return joined.toString();
        }
    }
}
