package com.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.rowset.serial.SerialClob;
import org.junit.jupiter.api.Test;

class ScreenDatabaseTest {

    @Test
    void printsTheExpectedOutput() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            ScreenDatabase.main();
        } finally {
            System.setOut(before);
        }
        assertEquals(expected(), printed.toString(StandardCharsets.UTF_8));
    }

    private static String expected() throws Exception {
        try (InputStream file = Objects.requireNonNull(ScreenDatabaseTest.class.getResourceAsStream("/expected.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void longTextsAndListsAreFetchedWhileTheConnectionIsOpen() throws SQLException {
        assertEquals("a letter", ScreenDatabase.plain(new SerialClob("a letter".toCharArray())));
        Array list = (Array) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Array.class}, (proxy, method, arguments) ->
                        new String[] {"a", "b"});
        assertArrayEquals(new String[] {"a", "b"}, (Object[]) ScreenDatabase.plain(list));
        assertEquals(300L, ScreenDatabase.plain(300L));
    }
}
