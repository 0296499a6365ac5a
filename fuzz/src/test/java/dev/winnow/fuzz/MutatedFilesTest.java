package dev.winnow.fuzz;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Mutations;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.mapping.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers of YAML read each shipped file with one mistake, or refuse it with placed problems. */
class MutatedFilesTest {

    private static final String OTHER_LISTS = """
        universe: {name: more, asOf: 2026-01-01}
        rates: [{currency: USD, in: CNY, rate: 7.1, asOf: 2025-12-31, source: a bank}]
        firms: [{id: haier, name: Haier 海尔, aliases: [Haier Group]}]
        sources: [{id: letter, title: A letter, url: "https://example.org"}]
        facts:
          - {subject: alderbay, about: rank, figure: 82, source: letter}
          - {subject: alderbay, about: a word, text: "said", contradicts: rank, source: letter}
        assumptions:
          - {fact: project.fundingNeed, share-of: project.investment, value: 60 %, source: letter}
          - {fact: city.funds.available, where: {city: alderbay}, value: 3 bn yuan, from: 2025-01-01, reason: {en: why, zh: 为何}}
          - {fact: city.funds, nothing-unlisted: true, source: letter}
        """;
    private static final String ANSWERS = """
        answers:
          - {project: spinframe, fact: project.yieldRate, value: 95 %, asOf: 2026-02-01, source: a letter, by: Li}
          - {project: spinframe, fact: project.cidm, reply: don't know, asOf: 2026-02-01}
          - {city: alderbay, fact: city.funds.alder-guidance.available, value: 1 bn yuan, asOf: 2026-02-01}
          - {city: alderbay, fact: city.leadUsers, rows: [{firm: Midea, endMarket: storage}], asOf: 2026-02-01}
          - {city: alderbay, fact: city.leadUsers, complete: true, asOf: 2026-02-01}
          - {city: alderbay, fact: city.presences.cell-making.held, value: true, asOf: 2026-02-01}
        """;
    private static final String MAPPING = """
        sheets: [Candidates]
        from: /a/b
        columns:
          项目名称: name
          总投资（亿元）: {to: investment, unit: 亿元}
          阶段: {to: outcome.result, values: {烂尾: failed}}
        set: {source: a list}
        match: {甲: sien, 乙: new}
        records:
          - {from: /a, columns: {b: name}}
        """;

    /** A reader and its input file. */
    private record Reader(String name, String text, BiConsumer<byte[], List<Problem>> reading) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Reader> readers() {
        List<Reader> readers = new ArrayList<>();
        Shipped.PACK_FILES.forEach((name, text) -> {
            if (name.endsWith(".yaml")) {
                readers.add(new Reader(name, text, (content, problems) -> pack(name, content, problems)));
            }
        });
        Map<String, String> universe = new LinkedHashMap<>(Shipped.UNIVERSE_FILES);
        universe.put("more.yaml", OTHER_LISTS);
        universe.put("answers.yaml", ANSWERS);
        universe.forEach((name, text) ->
                readers.add(new Reader(name, text, (content, problems) -> universe(name, content, problems))));
        readers.add(new Reader(
                "mapping", MAPPING, (content, problems) -> Mapping.parse("m.yaml", text(content), problems)));
        return readers.stream();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void mutatedFilesAreReadOrRefusedAtAPlace(Reader reader) {
        Mutations.check(reader.name, reader.text, reader.reading);
    }

    private static void pack(String name, byte[] content, List<Problem> problems) {
        if (Document.parse(name, content, problems) == null) {
            return;
        }
        Map<String, String> files = new LinkedHashMap<>(Shipped.PACK_FILES);
        files.put(name, text(content));
        try {
            RulePack.of("battery", files);
        } catch (PackException e) {
            problems.addAll(e.problems());
        }
    }

    private static void universe(String name, byte[] content, List<Problem> problems) {
        if (Document.parse(name, content, problems) == null) {
            return;
        }
        Map<String, String> files = new LinkedHashMap<>(Shipped.UNIVERSE_FILES);
        files.put(name, text(content));
        Universe universe = Universe.parse(Shipped.PACK.vocabulary(), files);
        problems.addAll(universe.problems());
        problems.addAll(universe.conflicts());
        problems.addAll(universe.moves());
        universe.dossiers(universe.asOf(), true);
        Screener.of(Shipped.PACK).screen(universe);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
