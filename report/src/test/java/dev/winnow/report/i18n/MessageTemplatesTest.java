package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalogue contains exactly the English texts of the sources. */
class MessageTemplatesTest {

    /** Texts of picocli in a help text. */
    private static final Set<String> OF_PICOCLI = Set.of(
            "Show this help message and exit.",
            "Print version information and exit.",
            "Displays help information about the specified command");

    /** Names of rows of a city, made of the names of their types. */
    private static final Set<String> OF_TYPES =
            Set.of("bottleneck", "domestic supply", "goal", "lead user", "sister role", "sub-track");

    private static final Path ROOT = Path.of("..");
    private static final Set<String> ENTRIES = Catalogue.read(Language.ZH).keySet();
    private static SourceTemplates sources;

    @BeforeAll
    static void readTheSources() throws IOException {
        sources = SourceTemplates.of(ROOT);
    }

    @Test
    void everyTemplateIsFoundInTheSource() {
        assertThat(sources.unreadable()).isEmpty();
        assertThat(sources.templates()).hasSizeGreaterThan(800);
    }

    @Test
    void everyTemplateIsInTheCatalogue() {
        Map<String, String> missing = new TreeMap<>(sources.templates());
        missing.keySet().removeIf(template -> ENTRIES.contains(template) || Catalogue.isWordless(template));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCatalogueEntryIsUsed() throws IOException {
        Set<String> unused = new TreeSet<>(ENTRIES);
        unused.removeAll(sources.templates().keySet());
        unused.removeAll(sources.literals());
        unused.removeAll(OF_PICOCLI);
        unused.removeAll(OF_TYPES);
        Properties words = Catalogue.english();
        for (String key : words.stringPropertyNames()) {
            unused.remove(words.getProperty(key));
            unused.remove(Catalogue.inContext(words.getProperty(key), key));
        }
        try (var pages = Files.walk(Path.of("src/main/jte"))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(page);
                unused.removeIf(sentence -> text.contains('"' + sentence + '"'));
            }
        }
        assertThat(unused).isEmpty();
    }
}
