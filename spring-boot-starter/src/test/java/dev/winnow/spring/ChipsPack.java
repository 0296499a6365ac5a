package dev.winnow.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An editable copy of the shipped CHIPS pack. */
record ChipsPack(Path folder) {

    static final String PACK = "classpath:dev/winnow/rules/chips-act";
    static final String UNIVERSE = "classpath:dev/winnow/seeds/chips-act";
    static final Path SHIPPED = Path.of("../rules/chips-act");

    static ChipsPack in(Path parent) {
        Path folder = parent.resolve("chips-act");
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(SHIPPED.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ChipsPack(folder);
    }

    ChipsPack edit(String file, String before, String after) {
        try {
            Path path = folder.resolve(file);
            String text = Files.readString(path);
            if (!text.contains(before)) {
                throw new IllegalArgumentException(file + " does not say " + before);
            }
            Files.writeString(path, text.replace(before, after));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
