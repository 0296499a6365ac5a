package dev.winnow.report.i18n;

import dev.winnow.model.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The texts and sources of the core or of a feature.
 *
 * @param name {@code core}, or the name of the feature
 * @param folder the folder of the texts
 * @param sources the folders of Java sources
 */
record TextFiles(String name, Path folder, List<Path> sources) {

    /** Returns those of the core, then those of each feature in the checkout. */
    static List<TextFiles> all() {
        List<TextFiles> all = new ArrayList<>();
        all.add(new TextFiles(
                "core",
                Checkout.HOME.resolve("report/src/main/resources/dev/winnow/report/i18n"),
                modules(Checkout.HOME).stream().map(TextFiles::java).toList()));
        for (Path feature : modules(Checkout.HOME.resolve("features"))) {
            all.add(new TextFiles(
                    feature.getFileName().toString(),
                    feature.resolve("src/main/resources/META-INF/winnow"),
                    List.of(java(feature))));
        }
        return all;
    }

    private static Path java(Path module) {
        return module.resolve("src/main/java");
    }

    private static List<Path> modules(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(module -> Files.isDirectory(java(module)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lines of a file; none if there is no such file. */
    List<String> lines(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the Chinese entries. */
    Map<String, String> entries() {
        return Catalogue.entries(String.join("\n", lines("zh.txt")));
    }

    /** Returns the English texts that have keys. */
    Properties words() {
        return Catalogue.words(String.join("\n", lines("words.properties")));
    }

    @Override
    public String toString() {
        return name;
    }
}
