package dev.winnow.model.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A panel of a bakery competition: four assessors and the facts that they judge. */
final class PanelFixture {

    static final Vocabulary VOCABULARY = vocabulary("""
        project:
          team:
            is: rating 1–5
            name: {en: team, zh: 团队}
            levels:
              1: {en: none, zh: 无}
              2: {en: weak, zh: 弱}
              3: {en: fair, zh: 中}
              4: {en: good, zh: 良}
              5: {en: strong, zh: 强}
            judged: {by: panel, at-least: 2, take: spread, outlier: 2}
          novel:
            is: yes/no
            name: {en: novel, zh: 新颖}
            judged: {by: panel, at-least: 2, take: spread}
          waste:
            is: share
            name: {en: waste, zh: 损耗}
            judged: {by: panel, at-least: 3, take: median}
          price:
            is: money
            name: {en: price, zh: 价格}
            judged: {by: panel, at-least: 1, take: lowest}
          loaves:
            is: number
            name: {en: loaves, zh: 数量}
        city:
          welcome:
            is: yes/no
            name: {en: welcome, zh: 欢迎}
            judged: {by: panel, at-least: 1, take: median}
        """);

    static final Universe TOWN = Universe.parse(VOCABULARY, Map.of("town.yaml", """
        universe: {name: town, asOf: 2026-05-01}
        cities: [{id: mill-town}]
        projects:
          - {id: rye, team: {value: 5, source: its baker}, loaves: 40}
          - {id: spelt, novel: true, price: 3 mn yuan}
        """));

    private PanelFixture() {}

    private static Vocabulary vocabulary(String text) {
        List<Problem> problems = new ArrayList<>();
        Vocabulary vocabulary =
                Vocabulary.of(Objects.requireNonNull(Document.parse("vocabulary.yaml", text, problems)), problems);
        assertThat(problems).isEmpty();
        return vocabulary;
    }

    static PanelScope scope() {
        return new PanelScope(
                VOCABULARY,
                TOWN.projectIds(),
                TOWN.cityIds(),
                TOWN.money(),
                TOWN.rates(),
                Map.of("skill", List.of("project.team", "project.loaves"), "output", List.of("project.loaves")));
    }

    /** Writes files into a folder. */
    static void write(Path folder, Map<String, String> files) {
        files.forEach((name, text) -> {
            try {
                Files.writeString(folder.resolve(name), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Reads the panel of a folder, which must have no problems. */
    static Panel read(Path folder) {
        List<Problem> problems = new ArrayList<>();
        Panel panel = PanelReader.read(folder.resolve("panel.yaml"), scope(), problems, new ArrayList<>());
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(panel);
    }
}
