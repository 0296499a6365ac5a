package dev.winnow.web.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.web.internal.journal.JournalEntry.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal keeps every acknowledged entry, and nothing else, over kills and power cuts. */
class JournalTest {

    @TempDir
    private Path folder;

    /** A place that a power cut can strike: what was not synced is lost, or a part of it. */
    private static final class Fragile implements JournalStorage {
        private byte[] written = new byte[0];
        private byte[] safe = new byte[0];
        private boolean full;

        @Override
        public byte[] read() {
            return written.clone();
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            int fit = full ? bytes.length / 2 : bytes.length;
            int at = written.length;
            written = Arrays.copyOf(written, at + fit);
            System.arraycopy(bytes, 0, written, at, fit);
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void sync() {
            safe = written.clone();
        }

        @Override
        public void truncate(long length) {
            written = Arrays.copyOf(written, (int) length);
            safe = written.clone();
        }

        @Override
        public void replace(byte[] bytes) {
            written = bytes.clone();
            safe = written.clone();
        }

        /** Loses what was not synced, except for some bytes of it. */
        void cut(Random random) {
            int kept = written.length > safe.length ? random.nextInt(written.length - safe.length) : 0;
            written = Arrays.copyOf(written, safe.length + kept);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Journal journal, String name) {
        byte[] content = journal.history().files().get(name);
        return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }

    private static JournalEntry step(Journal journal, String what, WorkFiles next) {
        return new JournalEntry(
                Kind.STEP, what, false, journal.history().files().editsTo(next));
    }

    private static JournalEntry step(Journal journal, String what, String name, String content) {
        return step(journal, what, journal.history().files().with(name, bytes(content)));
    }

    @Test
    void stepsAreUndoneAndRepeatedBehindARestart() throws IOException {
        Fragile place = new Fragile();
        Journal journal = Journal.open(place);
        for (int i = 0; i < 2000; i++) {
            journal.add(step(journal, "answer " + i, "answers.json", answers(i + 1)));
        }
        String whole = text(journal, "answers.json");
        assertThat(place.written.length).isLessThan(10 * whole.length());
        journal = Journal.open(place);
        for (int i = 1999; i >= 0; i--) {
            assertThat(journal.history().undoable()).isEqualTo("answer " + i);
            journal.add(JournalEntry.of(Kind.UNDO));
        }
        assertThat(journal.history().files()).isEqualTo(WorkFiles.NONE);
        assertThat(journal.history().undoable()).isNull();
        long revision = journal.history().revision();
        journal = Journal.open(place);
        assertThat(journal.history().revision()).isEqualTo(revision);
        for (int i = 0; i < 2000; i++) {
            assertThat(journal.history().redoable()).isEqualTo("answer " + i);
            journal.add(JournalEntry.of(Kind.REDO));
            if (i % 500 == 0) {
                assertThat(text(journal, "answers.json")).isEqualTo(answers(i + 1));
            }
        }
        assertThat(text(journal, "answers.json")).isEqualTo(whole);
        assertThat(place.written.length).isLessThan(10 * whole.length());
    }

    private static String answers(int count) {
        StringBuilder json = new StringBuilder("{\"form\": \"answers\", \"answers\": [");
        for (int i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ", ")
                    .append("{\"fact\": \"project.yieldRate\", \"of\": \"项目-")
                    .append(i)
                    .append("\", \"answer\": \"")
                    .append(i * 7 % 100)
                    .append(" %\", \"source\": \"registry\"}");
        }
        return json.append("]}").toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void powerCutsLoseNoAcknowledgedEntry(long seed) throws IOException {
        Random random = new Random(seed);
        Fragile place = new Fragile();
        Journal journal = Journal.open(place);
        WorkFiles kept = WorkFiles.NONE;
        String undoable = null;
        for (int i = 0; i < 300; i++) {
            JournalEntry entry = entry(random, journal, i);
            WorkFiles expected = journal.history().after(entry);
            if (random.nextInt(5) == 0) { // the power fails before the entry is acknowledged
                place.append(new byte[] {'1', '2'});
                place.cut(random);
                journal = Journal.open(place);
                assertThat(journal.history().files()).isEqualTo(kept);
                assertThat(journal.history().undoable()).isEqualTo(undoable);
            } else {
                journal.add(entry);
                kept = expected;
                undoable = journal.history().undoable();
                if (random.nextInt(4) == 0) {
                    place.cut(random);
                    journal = Journal.open(place);
                }
                assertThat(journal.history().files()).isEqualTo(kept);
                assertThat(journal.history().undoable()).isEqualTo(undoable);
            }
        }
    }

    private static JournalEntry entry(Random random, Journal journal, int number) {
        String name = "lists/" + random.nextInt(3) + ".csv";
        return switch (random.nextInt(6)) {
            case 0 -> JournalEntry.of(Kind.UNDO);
            case 1 -> JournalEntry.of(Kind.REDO);
            case 2 ->
                step(journal, "removed " + number, journal.history().files().with(name, null));
            case 3 -> {
                byte[] binary = new byte[random.nextInt(400)];
                random.nextBytes(binary);
                yield step(journal, "list " + number, journal.history().files().with(name, binary));
            }
            case 4 ->
                JournalEntry.of(
                        Kind.CHANGE,
                        journal.history()
                                .files()
                                .editsTo(journal.history()
                                        .files()
                                        .with("drafts.json", bytes("{\"revision\": " + number + "}"))));
            default -> step(journal, "answer " + number, "answers.json", "é项" + "x".repeat(random.nextInt(50)) + "目");
        };
    }

    @Test
    void stepsThatJoinAreUndoneTogether() throws IOException {
        Journal journal = Journal.inMemory();
        for (String typed : List.of("1", "12", "12 %")) {
            WorkFiles next = journal.history().files().with("answers.json", bytes(typed));
            journal.add(new JournalEntry(
                    Kind.STEP, "answer", true, journal.history().files().editsTo(next)));
        }
        journal.add(JournalEntry.of(Kind.UNDO));
        assertThat(text(journal, "answers.json")).isEmpty();
        journal.add(JournalEntry.of(Kind.REDO));
        assertThat(text(journal, "answers.json")).isEqualTo("12 %");
    }

    @Test
    void aFullDiskChangesNothing() throws IOException {
        Fragile place = new Fragile();
        Journal journal = Journal.open(place);
        journal.add(step(journal, "first", "answers.json", "1"));
        place.full = true;
        JournalEntry second = step(journal, "second", "answers.json", "2");
        Journal full = journal;
        assertThatThrownBy(() -> full.add(second)).hasMessage("No space left on device");
        assertThat(text(journal, "answers.json")).isEqualTo("1");
        place.full = false;
        journal.add(step(journal, "third", "answers.json", "3"));
        assertThat(text(Journal.open(place), "answers.json")).isEqualTo("3");
    }

    @Test
    void aDamagedLineThatOthersFollowIsReported() throws IOException {
        Fragile place = new Fragile();
        Journal journal = Journal.open(place);
        for (String content : List.of("1", "2", "3")) {
            journal.add(step(journal, "answer", "answers.json", content));
        }
        place.written[place.written.length / 2] ^= 1;
        assertThatThrownBy(() -> Journal.open(place)).isInstanceOf(UnreadableJournal.class);
    }

    @Test
    void aSaveThatWasNotEndedIsKnownBehindARestart() throws IOException {
        Fragile place = new Fragile();
        Journal journal = Journal.open(place);
        List<FileEdit> save = WorkFiles.NONE.editsTo(WorkFiles.NONE.with("demand.drl", bytes("rule")));
        journal.add(JournalEntry.of(Kind.SAVE, save));
        assertThat(WorkFiles.NONE.edited(Journal.open(place).history().saving()).get("demand.drl"))
                .isEqualTo(bytes("rule"));
        journal.add(JournalEntry.of(Kind.SAVED));
        assertThat(Journal.open(place).history().saving()).isEmpty();
    }

    @Test
    void aFileIsOpenOnceAndReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("journal");
        List<String> texts = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            try (Journal journal = Journal.open(JournalFile.open(file))) {
                texts.add(text(journal, "answers.json"));
                journal.add(step(journal, "answer", "answers.json", "run " + run));
                assertThatThrownBy(() -> JournalFile.open(file)).hasMessageContaining("another winnow");
            }
        }
        assertThat(texts).containsExactly("", "run 0", "run 1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherProgramMayWriteAgainWhileAChangeIsTakenOver() throws IOException {
        Path answers = folder.resolve(KeptWork.ANSWERS);
        try (KeptWork work = KeptWork.open(folder)) {
            Files.writeString(answers, "first");
            List<FileEdit> first = work.changedOnDisk();
            Files.writeString(answers, "second, longer");
            work.addWritten(new JournalEntry(Kind.STEP, "changed on disk", false, first));
            assertThat(answers).hasContent("second, longer");
            List<FileEdit> second = work.changedOnDisk();
            work.addWritten(new JournalEntry(Kind.STEP, "changed on disk", false, second));
            assertThat(work.history().files().get(KeptWork.ANSWERS)).isEqualTo(bytes("second, longer"));
            work.add(JournalEntry.of(Kind.UNDO));
            assertThat(answers).hasContent("first");
        }
    }
}
