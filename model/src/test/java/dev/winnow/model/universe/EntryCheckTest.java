package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Fixture;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.internal.read.HistoryReader;
import dev.winnow.model.internal.read.ProjectReader;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCheckTest {

    private static final Path BAD = Path.of("src/test/resources/bad");

    private static final Universe CHIPS = Universe.parse(ShippedFacts.VOCABULARY, Map.of("chips.yaml", """
        universe: {name: chips, asOf: 2026-01-08}
        sources: [{id: report, title: A report, date: 2025-06-01}]
        tracks: [{id: circuits, name: Circuits}]
        chains: [{id: circuits, name: Circuits, links: [{id: design, stage: design}, {id: fab, stage: fab}]}]
        cities: [{id: qingdao, name: Qingdao}]
        projects: [{id: sien, name: SiEn}]
        """));

    private static final List<String> VALUES = List.of(
            "15 bn yuan",
            "over 90 %",
            "90",
            "1.2",
            "2025-03-01",
            "2025-13",
            "true",
            "yes",
            "circuits",
            "[design]",
            "[design, fab]",
            "[design, design]",
            "[]",
            "unknown",
            "~",
            "qingdao",
            "'  '",
            "{value: 3, asOf: 2020}",
            "{value: over 90 %, source: report, asOf: 2025-03, note: said there}",
            "{value: 15 bn yuan, source: hearsay}",
            "{value: 15 bn yuan, asOf: soon}",
            "{value: true, sure: yes}",
            "{value: [design], source: report}",
            "{value: 2025-03-01, source: report}",
            "report",
            "[demand]");

    private static final List<String> STEPS = List.of(
            "[{step: production, reached: 2027-03}]",
            "[{step: production, reached: 2024}]",
            "[{step: landed, reached: 2025-03-02}, {step: production, reached: 2026}]",
            "[{step: landed, reached: 2025-03}, {step: production, reached: 2024-12}]",
            "[{step: production, reached: 2026}, {step: landed, reached: 2025}]",
            "[{step: landed, reached: 2025}, {step: landed, reached: 2026}]",
            "[{step: award, reached: 2024-01-01}]",
            "[{step: landed, reached: 2025, source: report}]");

    private static Node node(String text) {
        List<Problem> problems = new ArrayList<>();
        Node node = Document.parse("a.yaml", text, problems);
        assertThat(problems).isEmpty();
        return node;
    }

    private static String value(String key, Random random) {
        List<String> values = key.equals("milestones")
                ? STEPS
                : key.equals("decided") && random.nextBoolean() ? List.of("2025-03-01", "2025-02", "2026") : VALUES;
        return values.get(random.nextInt(values.size()));
    }

    @Test
    void theCheckByValueAcceptsWhatAUniverseAccepts() {
        Random random = new Random(7);
        List<String> keys = EntryKinds.of(ShippedFacts.VOCABULARY).projects().properties().stream()
                .map(Property::name)
                .filter(name -> !name.contains(".") && !name.equals("id"))
                .collect(Collectors.toCollection(ArrayList::new));
        keys.addAll(List.of("milestones", "milestones", "milestones", "decided", "decided"));
        EntryCheck check = new EntryCheck(CHIPS);
        int passed = 0;
        int dated = 0;
        for (int i = 0; i < 6000; i++) {
            StringBuilder text = new StringBuilder("id: p\n");
            List<String> chosen =
                    new ArrayList<>(i % 4 == 0 ? List.of("name", "milestones", "decided") : List.of("name"));
            for (int j = random.nextInt(3); j >= 0; j--) {
                String key = keys.get(random.nextInt(keys.size()));
                if (!chosen.contains(key)) {
                    chosen.add(key);
                }
            }
            for (String key : chosen) {
                text.append(key)
                        .append(": ")
                        .append(key.equals("name") ? "P" : value(key, random))
                        .append('\n');
            }
            Node node = node(text.toString());
            if (check.isPlain(node)) {
                passed++;
                dated += node.get("milestones") != null && node.get("decided") != null ? 1 : 0;
                List<Problem> problems = new ArrayList<>();
                assertThat(new ProjectReader(CHIPS.store().words()).read(node, true, false, problems))
                        .as(text.toString())
                        .isNotNull();
                assertThat(problems).as(text.toString()).isEmpty();
            }
        }
        assertThat(passed).isGreaterThan(100);
        assertThat(dated).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: p, name: P, links: [lithography]}",
                "{id: p, name: P, yieldRate: 90}",
                "{id: p, links: [design], deliversTo: [design]}",
                "{id: p, name: P, nonsense: 1}",
                "{name: P}",
                "{id: sien, name: SiEn}"
            })
    void anEntryThatAUniverseRefusesIsRefusedWithAReason(String text) {
        List<Problem> problems = new ArrayList<>();

        assertThat(new EntryCheck(CHIPS).project(node(text), problems)).isFalse();
        assertThat(problems).hasSize(1);
    }

    static Stream<String> badUniverses() throws IOException {
        return Fixture.names(BAD).stream();
    }

    @ParameterizedTest
    @MethodSource("badUniverses")
    void entriesThatAUniverseLeavesOutAreLeftOutOneByOne(String name, @TempDir Path folder) throws IOException {
        Fixture.read(BAD, name).applyTo(folder);
        Universe universe = Universe.read(ShippedFacts.VOCABULARY, folder);
        EntryCheck check = new EntryCheck(universe);
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>(universe.projectIds());
        for (Node project : projects(folder)) {
            String id = HistoryReader.id(project);
            if (id == null || seen.add(id)) {
                assertThat(check.project(project, problems))
                        .as("%s", project.place())
                        .isFalse();
                assertThat(check.project(named(project), problems))
                        .as("%s, named", project.place())
                        .isFalse();
            }
        }
        assertThat(universe.problems()).containsAll(problems);
    }

    /** Returns the project with a name, which the check value by value requires. */
    private static Node named(Node project) {
        if (!project.isMap() || project.flawed() || project.get("name") != null) {
            return project;
        }
        List<Node.Field> fields = new ArrayList<>(project.each());
        fields.add(new Node.Field("name", project.place(), Node.scalar(project.place(), "Named")));
        return Node.map(project.place(), fields);
    }

    private static List<Node> projects(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        List<Node> projects = new ArrayList<>();
        for (Path file : files) {
            Node root = Document.read(file, new ArrayList<>());
            if (root != null && root.isMap()) {
                projects.addAll(root.list("projects", new ArrayList<>()));
            }
        }
        return projects;
    }
}
