package dev.winnow.cli;

import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.Golden;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wording of each fact of the shipped packs in reasons, assumptions and lists of missing facts, in both languages.
 * Read it aloud when a fact is added or renamed.
 */
class FactSentencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "battery-review", "chips-act", "data-centre"})
    void eachFactHasWordsForASentence(String pack) {
        Vocabulary vocabulary = RulePack.load(Run.HOME.resolve("rules/" + pack)).vocabulary();
        Names names = Names.of(vocabulary, List.of());
        FactWords english = new FactWords(Wording.inLanguage(Language.EN), names);
        FactWords chinese = new FactWords(Wording.inLanguage(Language.ZH), names);
        StringBuilder lines = new StringBuilder();
        for (String fact : facts(vocabulary)) {
            lines.append(fact)
                    .append("\n  ")
                    .append(english.words(fact))
                    .append("\n  ")
                    .append(chinese.words(fact))
                    .append('\n');
        }
        Golden.assertSame("shipped/facts-" + pack + ".txt", lines.toString());
    }

    private static List<String> facts(Vocabulary vocabulary) {
        List<String> facts = new ArrayList<>();
        vocabulary.project().stated().stream()
                .map(Component::name)
                .sorted()
                .forEach(name -> facts.add("project." + name));
        vocabulary.city().stated().stream().map(Component::name).sorted().forEach(name -> facts.add("city." + name));
        for (Map.Entry<String, ? extends RecordShape<?>> list : new TreeMap<>(vocabulary.rows()).entrySet()) {
            facts.add("city." + list.getKey());
            list.getValue().stated().stream()
                    .map(Component::name)
                    .filter(name -> !list.getValue().key().contains(name))
                    .sorted()
                    .forEach(name -> facts.add("city." + list.getKey() + ".x." + name));
        }
        return facts;
    }
}
