package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.winnow.console.Program;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

    @TempDir
    private Path folder;

    private static String winnow(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(out, new PrintWriter(err), name -> null, false);
        assertEquals(0, Program.run(terminal, RulePack::forScreening, line.split(" ")), err.toString());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void verdictsAreCounted() {
        String text = winnow("tally -u illustrative -r battery -q");
        assertTrue(text.startsWith("Verdicts by city"), text);
        String json = winnow("tally -u illustrative -r battery -q -f json");
        assertTrue(json.contains("\"city\": \"alderbay\""), json);
        assertTrue(winnow("tally -u illustrative -r battery -q --lang zh").startsWith("各城市的结论"));
        assertTrue(winnow("--help").contains("  tally  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "md", "html", "json"})
    void everyFormIsWritten(String ending) throws Exception {
        Path file = folder.resolve("tally." + ending);
        winnow("tally -u illustrative -r battery -q -o " + file);
        assertTrue(Files.size(file) > 50, ending);
    }
}
