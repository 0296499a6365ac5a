package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Advice on an unknown name lists all entries of a short list, and the nearest ones of a long list. */
class UnknownNamesTest {

    private static final String LISTS = " of the same universe lists";

    private static List<String> advice(String lists, String project) {
        String universe = "universe: {name: small, title: Small, asOf: 2026-01-01}\n" + lists
                + "projects: [{id: p, name: P, " + project + "}]\n";
        return Universe.parse(Map.of("u.yaml", universe)).problems().stream()
                .map(problem -> problem.what() + "; " + problem.advice())
                .toList();
    }

    private static String list(String key, int size, String more) {
        return key + ":\n" + more
                + IntStream.range(0, size)
                        .mapToObj(i -> "  - {id: thing-" + (char) ('a' + i) + "-" + i * 111 + "}\n")
                        .collect(Collectors.joining());
    }

    @Test
    void fewAreAllNamed() {
        assertThat(advice(list("tracks", 2, ""), "track: bakery"))
                .containsExactly("`bakery` is not a track of this universe; it has `thing-a-0`, `thing-b-111`");
    }

    @Test
    void adviceOnALongListWithoutANearNameSaysWhereAllAreListed() {
        assertThat(advice(list("tracks", 9, ""), "track: bakery"))
                .containsExactly("`bakery` is not a track of this universe; it has 9; `winnow template -o table.xlsx`"
                        + LISTS + " them");
        assertThat(advice(list("endMarkets", 12, ""), "endMarkets: [bakery]"))
                .containsExactly("`bakery` is not an end market of this universe; it has 12; `winnow template -o"
                        + " table.xlsx`" + LISTS + " them");
    }

    @Test
    void adviceOnALongListNamesEntriesThatShareAPart() {
        String more = "  - {id: bakeries-of-rye}\n  - {id: ovens, name: Ovens for bakers, zh: 烘焙炉具}\n";
        assertThat(advice(list("tracks", 9, more), "track: bakery-things"))
                .as("longer shared parts first, at most three")
                .containsExactly("`bakery-things` is not a track of this universe; nearest of its 11: `thing-a-0`,"
                        + " `thing-b-111` and `thing-c-222`; `winnow template -o table.xlsx`" + LISTS + " all");
        assertThat(advice(list("tracks", 9, more), "track: old-bakery"))
                .containsExactly(
                        "`old-bakery` is not a track of this universe; nearest of its 11: `bakeries-of-rye` and"
                                + " `ovens` (Ovens for bakers); `winnow template -o table.xlsx`" + LISTS + " all");
        assertThat(advice(list("tracks", 9, more), "track: 烘焙坊"))
                .containsExactly("`烘焙坊` is not a track of this universe; nearest of its 11: `ovens` (烘焙炉具);"
                        + " `winnow template -o table.xlsx`" + LISTS + " all");
    }

    @Test
    void adviceOnANearSpellingNamesThatSpellingOnly() {
        assertThat(advice(list("tracks", 9, "  - {id: baking}\n"), "track: bakin"))
                .containsExactly("`bakin` is not a track of this universe; did you mean `baking`?");
    }

    @Test
    void adviceOnAnUnknownCityHasTheSameForm() {
        assertThat(advice(list("cities", 9, "  - {id: qingdao, name: Qingdao 青岛}\n"), "city: 青岛高新区"))
                .containsExactly("`青岛高新区` is not a city of this universe; nearest of its 10: `qingdao` (Qingdao 青岛);"
                        + " `winnow template -o table.xlsx`" + LISTS + " all");
    }
}
