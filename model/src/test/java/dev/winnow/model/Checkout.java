package dev.winnow.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of the checkout, from the tests of any module. */
public final class Checkout {

    public static final Path HOME = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("mvnw")))
            .findFirst()
            .orElseThrow();

    private Checkout() {}
}
