package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogues of the core and of each feature contain exactly the English texts of their sources. */
class MessageTemplatesTest {

    /** Texts of picocli in a help text. */
    private static final Set<String> OF_PICOCLI = Set.of(
            "Show this help message and exit.",
            "Print version information and exit.",
            "Displays help information about the specified command");

    /** Names of rows of a city, made of the names of their types. */
    private static final Set<String> OF_TYPES =
            Set.of("bottleneck", "domestic supply", "goal", "lead user", "sister role", "sub-track");

    private static final List<TextFiles> ALL = TextFiles.all();
    private static final Map<TextFiles, SourceTemplates> SOURCES = new HashMap<>();

    @BeforeAll
    static void readTheSources() throws IOException {
        // A feature calls methods of the core that take templates, so it is read together with it.
        for (TextFiles files : ALL) {
            List<Path> folders = new ArrayList<>(files.sources());
            if (files != ALL.get(0)) {
                folders.addAll(0, ALL.get(0).sources());
            }
            SOURCES.put(files, SourceTemplates.of(folders));
        }
    }

    static List<TextFiles> all() {
        return ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTemplateIsFoundInTheSource(TextFiles files) {
        SourceTemplates sources = Objects.requireNonNull(SOURCES.get(files));
        assertThat(sources.unreadable()).isEmpty();
        assertThat(sources.templates()).hasSizeGreaterThan(800);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTemplateAndSentenceIsInTheCatalogue(TextFiles files) {
        SourceTemplates sources = Objects.requireNonNull(SOURCES.get(files));
        Map<String, String> missing = new TreeMap<>(sources.templates());
        assertThat(sources.sentences()).hasSizeGreaterThan(300);
        missing.putAll(sources.sentences());
        Set<String> entries = new HashSet<>(ALL.get(0).entries().keySet());
        entries.addAll(files.entries().keySet());
        missing.keySet().removeIf(template -> entries.contains(template) || Catalogue.isWordless(template));
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCatalogueEntryIsUsed(TextFiles files) throws IOException {
        SourceTemplates sources = Objects.requireNonNull(SOURCES.get(files));
        Set<String> unused = new TreeSet<>(files.entries().keySet());
        unused.removeAll(sources.templates().keySet());
        unused.removeAll(sources.literals());
        unused.removeAll(OF_PICOCLI);
        unused.removeAll(OF_TYPES);
        Properties words = files.words();
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

    @Test
    void aFeatureRepeatsNoEntryOfTheCore() {
        for (TextFiles files : ALL.subList(1, ALL.size())) {
            assertThat(files.entries().keySet())
                    .as(files.name())
                    .doesNotContainAnyElementsOf(ALL.get(0).entries().keySet());
        }
    }
}
