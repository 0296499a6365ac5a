package dev.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A shipped universe as texts that tests can change.
 *
 * @param files its files by path
 */
public record Seeds(Map<String, String> files) {

    public static Seeds of(String name) {
        Path home = Checkout.HOME.resolve("seeds").resolve(name);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file :
                    all.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                files.put(home.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Seeds(files);
    }

    /** Returns a copy with one text in a file replaced. */
    public Seeds saying(String file, String text, String otherwise) {
        String before = files.getOrDefault(file, "");
        assertThat(before).as(file).containsOnlyOnce(text);
        return with(file, before.replace(text, otherwise));
    }

    /** Returns a copy with a file added or replaced. */
    public Seeds with(String file, String content) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(file, content);
        return new Seeds(changed);
    }

    /** Reads the universe, which must be free of problems. */
    public Universe universe() {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, files);
        assertThat(universe.problems()).isEmpty();
        return universe;
    }
}
