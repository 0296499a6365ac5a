package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScreenTest {

    /** Standard error stays empty: winnow logs nothing and needs no logging library. */
    @Test
    void printsExactlyTheExpectedOutput() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try {
            ScreenKt.main();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals(expected(), printed.toString(StandardCharsets.UTF_8));
    }

    private static String expected() throws Exception {
        try (InputStream file = Objects.requireNonNull(ScreenTest.class.getResourceAsStream("/expected.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
