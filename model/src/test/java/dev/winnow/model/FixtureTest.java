package dev.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixtureTest {

    @TempDir
    private Path folder;

    private Path recipe;

    @BeforeEach
    void recipe() throws IOException {
        recipe = Files.writeString(
                Files.createDirectory(folder.resolve("pack")).resolve("recipe"), "flour\nsalt\nwater\nsalt\n");
    }

    private Fixture fixture(String text) throws IOException {
        Path fixtures = Files.createDirectory(folder.resolve("fixtures"));
        Files.write(fixtures.resolve("one.diff"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Fixture.names(fixtures)).containsExactly("one");
        return Fixture.read(fixtures, "one");
    }

    private String after(String text) throws IOException {
        fixture(text).applyTo(recipe.getParent());
        return Files.readString(recipe);
    }

    @Test
    void linesAreRemovedAddedAndKept() throws IOException {
        assertThat(after("--- recipe\n-flour\n+rye\n@@\n water\n-salt\n+yeast\n"))
                .isEqualTo("rye\nsalt\nwater\nyeast\n");
    }

    @Test
    void aFileIsWrittenWhole() throws IOException {
        fixture("+++ notes/baker\n+bake\n+\n+eat\n\\ No newline at end of file\n")
                .applyTo(recipe.getParent());
        assertThat(recipe.resolveSibling("notes").resolve("baker")).hasContent("bake\n\neat");
    }

    @Test
    void bytesThatAreNoTextAreKept() throws IOException {
        fixture("+++ recipe\n+\u00ff\u0000\r\n").applyTo(recipe.getParent());
        assertThat(recipe).hasBinaryContent(new byte[] {(byte) 0xFF, 0, '\r', '\n'});
    }

    @Test
    void aChangeWithNoPlaceOrWithTwoPlacesIsRefused() {
        assertThatThrownBy(() -> after("--- recipe\n-salt\n"))
                .hasMessageEndingWith("these lines must be there once: [salt]");
    }

    @Test
    void aLineWithoutAMarkIsRefused() {
        assertThatThrownBy(() -> after("--- recipe\nsalt\n"))
                .hasMessageEndingWith("a line must begin with one of ` -+`: salt");
    }

    @Test
    void theExpectedTextComesFirst() throws IOException {
        assertThat(fixture("no salt\n   | twice\n--- recipe\n-flour\n").expected())
                .isEqualTo("no salt\n   | twice\n");
    }
}
