package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.UniverseBuilder;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.rowset.serial.SerialClob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A universe of plain values, such as rows of a database, equals that of a file with the same values. */
class PlainRowsTest {

    private static final RulePack PACK = RulePack.load(Path.of("../rules/semiconductor"));

    private static UniverseBuilder builder() {
        return Universe.builder(PACK.vocabulary()).name("rows").asOf(LocalDate.of(2026, 1, 8));
    }

    @Test
    void rowsEqualAFile() {
        Universe file = Universe.parse(PACK.vocabulary(), Map.of("universe.yaml", """
            universe: {name: rows, asOf: 2026-01-08}
            endMarkets: [{id: vehicles, name: Vehicles}]
            cities:
              - id: lund
                name: Lund
                complete: [demands]
                demands:
                  - {endMarket: vehicles, annualOutput: over 12 bn yuan}
                leadUsers: [{firm: Scania, endMarket: vehicles}]
            projects:
              - id: cells
                name: Cell plant
                decided: 2025-11-02
                endMarkets: {value: [vehicles], more: true}
                investment: 1250.5 mn yuan
                fundingNeed: {value: about 300 mn yuan, source: a letter, asOf: 2025-12}
                linkedFirms: 3
                yieldRate: 0.9
                ownsTechnology: true
            """));
        Map<String, Object> project = new HashMap<>();
        project.put("id", "cells");
        project.put("name", "Cell plant");
        project.put("owner", null);
        project.put("decided", java.sql.Date.valueOf("2025-11-02"));
        project.put("endMarkets", StartOfList.of(List.of("vehicles")));
        project.put("investment", Figure.exactly(new BigDecimal("1250.5"), Unit.MONEY));
        project.put("fundingNeed", Map.of("value", "about 300 mn yuan", "source", "a letter", "asOf", "2025-12"));
        project.put("linkedFirms", 3L);
        project.put("yieldRate", 0.9);
        project.put("ownsTechnology", true);
        Universe rows = builder()
                .entry("endMarkets", Map.of("id", "vehicles", "name", "Vehicles"))
                .row("lund", "demands", Map.of("endMarket", "vehicles", "annualOutput", "over 12 bn yuan"))
                .city(Map.of(
                        "id",
                        "lund",
                        "name",
                        "Lund",
                        "complete",
                        new String[] {"demands"},
                        "leadUsers",
                        List.of(Map.of("firm", "Scania", "endMarket", "vehicles"))))
                .project(project)
                .build();

        assertThat(file.problems()).isEmpty();
        assertThat(rows.problems()).isEmpty();
        assertThat(rows.asOf(rows.asOf(), true).projects())
                .isEqualTo(file.asOf(file.asOf(), true).projects());
        assertThat(Explained.of(Screener.of(PACK), rows).pairs())
                .isEqualTo(Explained.of(Screener.of(PACK), file).pairs());
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        List<Map<String, String>> demands = Arrays.asList(
                Map.of("endMarket", "vehicles", "annualOutput", "12 bn yuan"),
                Map.of("endMarket", "appliances", "annualOutput", "1 bn yuan"));
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            UniverseBuilder builder = builder().city(Map.of("id", "lund", "name", "Lund"));
            demands.forEach(row -> builder.row("lund", "demands", row));
            Universe universe = builder.build();
            facts.add(universe.asOf(universe.asOf(), true).rows("lund"));
            Collections.reverse(demands);
        }
        assertThat(facts.get(0)).isEqualTo(facts.get(1));
    }

    @Test
    void mistakesAreReportedByEntryOrRowNumber() {
        Universe universe = builder()
                .city(Map.of("id", "lund", "name", "Lund"))
                .row("lund", "demands", Map.of("endMarket", "vehicles", "annualOutput", "12 bn yuan"))
                .row("lund", "demands", Map.of("endMarket", "vehicles", "anualOutput", 3))
                .row("lynd", "demands", Map.of("endMarket", "vehicles"))
                .project(Map.of("id", "cells", "name", "Cell plant", "fundingNed", "3 bn yuan"))
                .project(Map.of("name", "Nobody"))
                .project(Map.of("id", "paint", "name", "Paint", "yieldRate", Double.NaN))
                .build();

        assertThat(universe.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")))
                .isEqualTo("""
                    demands:2: a row of `demands` has no `anualOutput`
                       | did you mean `annualOutput`?
                    demands:3: unknown city `lynd` for a row of its `demands`
                       | did you mean `lund`?
                    project cells: a project has no `fundingNed`
                       | did you mean `fundingNeed`?
                    project paint: `NaN` is not a share
                       | such as `90 %`
                    projects:2: a project needs `id`\
                    """);
        assertThatThrownBy(universe::requireWhole)
                .isInstanceOf(UniverseException.class)
                .hasMessageStartingWith("5 problems in the universe `rows`:\n")
                .hasMessageContaining("fundingNeed")
                .hasMessageContaining("lynd");
    }

    private enum Track {
        INTEGRATED_CIRCUITS
    }

    /** A project with one more value, which may be null. */
    private static Map<String, Object> project(String key, Object value) {
        Map<String, Object> project = new HashMap<>(Map.of("id", "cells", "name", "Cell plant"));
        project.put(key, value);
        return project;
    }

    private static Universe built(String key, Object value) {
        return builder()
                .entry("tracks", Map.of("id", "integrated-circuits", "name", "Integrated circuits"))
                .entry("endMarkets", Map.of("id", "vehicles", "name", "Vehicles"))
                .project(project(key, value))
                .build();
    }

    private static String problems(Universe universe) {
        return universe.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static Stream<Arguments> sameAsText() {
        return Stream.of(
                arguments("track", Track.INTEGRATED_CIRCUITS, "integrated-circuits"),
                arguments("track", Optional.of("integrated-circuits"), "integrated-circuits"),
                arguments("track", Optional.empty(), null),
                arguments("track", "  ", null),
                arguments("owner", "", null),
                arguments("owner", new StringBuilder("Scania"), "Scania"),
                arguments("owner", "Scania".toCharArray(), "Scania"),
                arguments("owner", new UUID(1, 2), "00000000-0000-0001-0000-000000000002"),
                arguments("endMarkets", new String[] {"vehicles"}, List.of("vehicles")),
                arguments("endMarkets", Set.of("vehicles"), List.of("vehicles")),
                arguments("linkedFirms", (byte) 3, "3"),
                arguments("linkedFirms", (short) 3, "3"),
                arguments("linkedFirms", 3, "3"),
                arguments("linkedFirms", 3.0f, "3"),
                arguments("linkedFirms", BigInteger.valueOf(3), "3"),
                arguments("linkedFirms", new BigDecimal("3.00"), "3"),
                arguments("linkedFirms", OptionalInt.of(3), "3"),
                arguments("linkedFirms", OptionalLong.empty(), null),
                arguments("yieldRate", OptionalDouble.of(0.5), "0.5"),
                arguments("decided", LocalDate.of(2025, 11, 2), "2025-11-02"),
                arguments("decided", YearMonth.of(2025, 11), "2025-11"),
                arguments("decided", Year.of(2025), "2025"),
                arguments("decided", LocalDateTime.of(2025, 11, 2, 23, 0), "2025-11-02"),
                arguments("decided", OffsetDateTime.of(2025, 11, 2, 23, 0, 0, 0, ZoneOffset.MAX), "2025-11-02"),
                arguments("decided", ZonedDateTime.of(2025, 11, 2, 23, 0, 0, 0, ZoneOffset.MIN), "2025-11-02"),
                arguments("decided", java.sql.Timestamp.valueOf("2025-11-02 23:00:00"), "2025-11-02"));
    }

    @ParameterizedTest
    @MethodSource("sameAsText")
    void valuesOfAProgramEqualThoseOfAFile(String key, Object value, Object file) {
        Universe typed = built(key, value);
        Universe text = built(key, file);
        assertThat(problems(typed)).isEmpty();
        assertThat(typed.asOf(typed.asOf(), true).projects())
                .isNotEmpty()
                .isEqualTo(text.asOf(text.asOf(), true).projects());
    }

    private static Stream<Arguments> nothing() throws SQLException {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        String kinds = "\n   | give a text, a number, a day, yes or no, a list or a map";
        return Stream.of(
                arguments("decided", new Object(), "`decided` has a value of an unsupported type" + kinds),
                arguments("decided", Instant.EPOCH, "`decided` has a value of an unsupported type" + kinds),
                arguments("decided", LocalTime.NOON, "`decided` has a value of an unsupported type" + kinds),
                arguments(
                        "decided",
                        java.sql.Time.valueOf("12:00:00"),
                        "`decided` has a value of an unsupported type" + kinds),
                arguments("owner", new byte[] {1}, "`owner` has a value of an unsupported type" + kinds),
                arguments(
                        "owner",
                        new SerialClob(new char[] {'a'}),
                        "`owner` has a value of an unsupported type" + kinds),
                arguments("links", Arrays.asList("a", null), "`links` has an empty item\n   | leave it out"),
                arguments("links", new String[] {" "}, "`links` has an empty item\n   | leave it out"),
                arguments("links", itself, "nested more than 50 levels deep"));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void anEmptyStatementIsReportedAtItsEntry(String key, Object value, String problem) {
        Universe universe = built(key, value);
        assertThat(problems(universe)).isEqualTo("project cells: " + problem);
        assertThat(universe.asOf(universe.asOf(), true).projects())
                .as("it is left out")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aValueOfTheWrongKindIsReportedAtItsEntry(String key, Object value) {
        assertThat(built(key, value).problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.toString())
                        .startsWith("project cells: ")
                        .doesNotContain("java"));
    }

    private static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("linkedFirms", new int[] {3, 4}),
                arguments("linkedFirms", Track.INTEGRATED_CIRCUITS),
                arguments("linkedFirms", new BigDecimal("1E+999999999")),
                arguments("decided", 20251102L),
                arguments("decided", new double[] {0.1}),
                arguments("ownsTechnology", 1),
                arguments("track", true));
    }

    @Test
    void columnsAreNamedWithoutRegardToCaseAndUnderscores() {
        Universe expected = builder()
                .entry("endMarkets", Map.of("id", "vehicles", "name", "Vehicles"))
                .city(Map.of("id", "lund", "name", "Lund", "complete", List.of("demands")))
                .row("lund", "demands", Map.of("endMarket", "vehicles", "annualOutput", "12 bn yuan"))
                .project(Map.of("id", "cells", "name", "Cell plant", "fundingNeed", "3 bn yuan"))
                .build();
        Universe columns = builder()
                .entry("endMarkets", Map.of("ID", "vehicles", "NAME", "Vehicles"))
                .city(Map.of("Id", "lund", "Name", "Lund", "COMPLETE", List.of("demands")))
                .row("lund", "demands", Map.of("end_market", "vehicles", "ANNUALOUTPUT", "12 bn yuan"))
                .project(Map.of("ID", "cells", "NAME", "Cell plant", "FUNDING_NEED", "3 bn yuan"))
                .build();
        assertThat(problems(columns)).isEmpty();
        assertThat(Explained.of(Screener.of(PACK), columns).pairs())
                .isEqualTo(Explained.of(Screener.of(PACK), expected).pairs());
    }

    @Test
    void twoColumnsOfOneKeyAreAProblem() {
        Map<String, Object> project = new LinkedHashMap<>(Map.of("id", "cells"));
        project.put("owner", "Scania");
        project.put("OWNER", "Volvo");
        assertThat(problems(builder().project(project).build()))
                .isEqualTo("projects:1: `owner` and `OWNER` are the same key");
    }

    @Test
    void aContextWithAllPresencesIsWhole() {
        Universe universe = builder().city(Map.of("id", "lund", "name", "Lund")).build();

        assertThat(universe.requireWhole()).isSameAs(universe);
    }
}
