package dev.winnow.language.internal.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every fact that rules can read has a Chinese name in core.yaml. */
class SpokenChineseTest {

    @Test
    void everyTypeListComponentAndWordHasAChineseName() {
        List<String> unnamed = new ArrayList<>();
        for (String name : FactTypes.of(Vocabulary.core()).names()) {
            FactType type = FactTypes.of(Vocabulary.core()).type(name);
            addUnlessChinese(name, Vocabulary.spoken(name, Language.ZH), unnamed);
            if (type.list() != null) {
                addUnlessChinese(type.list(), Vocabulary.spoken(type.list(), Language.ZH), unnamed);
            }
            for (FactType.Property property : type.properties().values()) {
                addUnlessChinese(property.name(), Vocabulary.spoken(property.name(), Language.ZH), unnamed);
                for (String word : property.words()) {
                    addUnlessChinese("word." + word, Vocabulary.spokenWord(word, Language.ZH), unnamed);
                }
            }
        }
        assertThat(unnamed).isEmpty();
    }

    private static void addUnlessChinese(String key, String words, List<String> unnamed) {
        if (words.codePoints().noneMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN)) {
            unnamed.add(key);
        }
    }
}
