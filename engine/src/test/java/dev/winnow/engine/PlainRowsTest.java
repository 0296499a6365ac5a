package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.UniverseBuilder;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A universe of plain values, such as rows of a database, is that of a file with the same values. */
class PlainRowsTest {

    private static final RulePack PACK = RulePack.load(Path.of("../rules/semiconductor"));

    private static UniverseBuilder builder() {
        return Universe.builder(PACK.vocabulary()).name("rows").asOf(LocalDate.of(2026, 1, 8));
    }

    @Test
    void rowsStateWhatAFileStates() {
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
    void whatIsWrongIsToldByTheEntryOrTheNumberOfTheRow() {
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
                       | maybe `annualOutput`?
                    demands:3: there is no city `lynd` for a row of its `demands`
                       | maybe `lund`?
                    project cells: a project has no `fundingNed`
                       | maybe `fundingNeed`?
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

    @Test
    void aValueThatStatesNothingIsRefusedByItsKey() {
        UniverseBuilder builder = builder();

        assertThatThrownBy(() -> builder.project(Map.of("id", "cells", "decided", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`decided` is a java.lang.Object; give a text, a number, a day, yes or no, a list or a map");
        assertThatThrownBy(() -> builder.project(Map.of("links", Arrays.asList("a", null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`links` holds null");
    }

    @Test
    void aUniverseOfWhichNothingIsLeftOutIsWhole() {
        Universe universe = builder().city(Map.of("id", "lund", "name", "Lund")).build();

        assertThat(universe.requireWhole()).isSameAs(universe);
    }
}
