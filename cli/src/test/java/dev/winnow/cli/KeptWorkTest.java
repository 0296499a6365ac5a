package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.console.Run;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workspace keeps the work of the browser, and commands in it say what its pages say. */
class KeptWorkTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "name,city,investment (mn yuan)\nOne Chip,Qingdao,300\nTwo Chip,Qingdao,many\n";

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void make() {
        Run.assumeBuilt("winnow init");
        folder = parent.resolve("spring");
        Run made = Run.winnow("init", folder.toString(), "--name", "Spring round");
        assertThat(made.err()).isEmpty();
        assertThat(made.exit()).isZero();
    }

    private ServedApi serve() throws IOException {
        return new ServedApi("serve", folder.toString(), "--no-browser");
    }

    private Run winnow(String... arguments) {
        return Run.winnow(Map.of("WINNOW_WORKSPACE", folder.toString()), false, arguments);
    }

    private static JsonNode get(ServedApi served, String path) throws IOException, InterruptedException {
        return JSON.readTree(served.get(path).body());
    }

    private static HttpResponse<String> change(ServedApi served, String was, String answers)
            throws IOException, InterruptedException {
        String now = "{\"winnow\": \"answers\", \"schema\": 1, \"pack\": {\"name\": \"semiconductor\", \"version\":"
                + " null, \"digest\": \"\"}, \"universe\": {\"name\": \"semiconductor\", \"version\": null,"
                + " \"digest\": \"\"}, \"answers\": [" + answers + "]}";
        return served.post("api/answers/change", "{\"was\": [" + was + "], \"now\": " + now + "}");
    }

    private static String answer(String fact, String of, String text) {
        return "{\"fact\": \"" + fact + "\", \"of\": \"" + of + "\", \"answer\": \"" + text
                + "\", \"rows\": null, \"unit\": null, \"source\": \"visit\", \"asOf\": null, \"by\": null}";
    }

    private static void work(ServedApi served) throws IOException, InterruptedException {
        assertThat(served.post("api/candidates/add?name=offers.csv", "application/octet-stream", LIST)
                        .statusCode())
                .isEqualTo(200);
        assertThat(served.post("api/candidates/cell", "{\"table\": 0, \"row\": 3, \"cell\": 2, \"text\": \"250\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(served.post("api/candidates/screen", "{\"only\": true}").body())
                .contains("\"pairs\": 16");
        assertThat(change(served, "", answer("project.ownsTechnology", "one-chip", "yes"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theWorkGoesOnBehindARestart() throws IOException, InterruptedException {
        String screening;
        String address;
        try (ServedApi served = serve()) {
            work(served);
            screening = served.get("api/screening").body();
            address = served.base() + served.token();
        }
        try (ServedApi served = serve()) {
            assertThat(served.base() + served.token()).isEqualTo(address);
            assertThat(get(served, "api/work").path("workspace").asText()).isEqualTo("Spring round");
            assertThat(served.get("api/screening").body()).isEqualTo(screening);
            for (int i = 0; i < 4; i++) {
                served.post("api/work/undo", "");
            }
            assertThat(get(served, "api/work").path("undo").isNull()).isTrue();
            assertThat(get(served, "api/candidates").path("files")).isEmpty();
            assertThat(folder.resolve("lists/offers.csv")).doesNotExist();
            assertThat(folder.resolve("answers.json")).doesNotExist();
        }
        try (ServedApi served = serve()) {
            for (int i = 0; i < 4; i++) {
                served.post("api/work/redo", "");
            }
            assertThat(served.get("api/screening").body()).isEqualTo(screening);
            assertThat(folder.resolve("lists/offers.csv")).hasContent(LIST);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "screening | screen",
                "explanation?project=one-chip&city=qingdao | explain one-chip qingdao",
                "gaps?city=qingdao | gaps qingdao",
                "rules | rules list"
            })
    void commandsSayWhatThePageSays(String path, String command) throws IOException, InterruptedException {
        Run.assumeBuilt(command);
        try (ServedApi served = serve()) {
            work(served);
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.addAll(List.of("-q", "-f", "json"));
            String page = served.get("api/" + path).body();
            assertThat(page).contains("\"schema\"");
            // the command is run from elsewhere, so its places begin with the folder
            assertThat(winnow(words.toArray(String[]::new)).out().replace(folder + "/", ""))
                    .isEqualTo(page);
        }
    }

    @Test
    void anAnswerGivenElsewhereIsNotOverwritten() throws IOException, InterruptedException {
        try (ServedApi served = serve()) {
            String sien = answer("project.yieldRate", "sien", "88 %");
            assertThat(change(served, "", sien).statusCode()).isEqualTo(200);
            HttpResponse<String> other = change(served, "", answer("project.yieldRate", "sien", "77 %"));
            assertThat(other.statusCode()).isEqualTo(409);
            assertThat(other.body()).contains("was answered otherwise in another page or on disk; there it is `88 %`");
            HttpResponse<String> beside = change(served, "", answer("project.yieldRate", "wuyuan", "77 %"));
            assertThat(beside.body()).contains("\"elsewhere\": true");
            assertThat(get(served, "api/answers").path("answers")).hasSize(2);
            assertThat(change(served, sien, "").statusCode()).isEqualTo(200);
            assertThat(get(served, "api/answers").path("answers")).hasSize(1);
        }
    }

    @Test
    void filesChangedByOtherProgramsAreTakenOver() throws IOException, InterruptedException {
        try (ServedApi served = serve()) {
            work(served);
        }
        Files.writeString(folder.resolve("lists/more.csv"), "name\nThree Chip\n");
        Files.delete(folder.resolve("answers.json"));
        try (ServedApi served = serve()) {
            assertThat(get(served, "api/work").path("undo").asText())
                    .isEqualTo("changed on disk: answers.json, lists/more.csv");
            assertThat(served.get("api/screening").body()).contains("three-chip");
            served.post("api/work/undo", "");
            assertThat(folder.resolve("lists/more.csv")).doesNotExist();
            assertThat(folder.resolve("answers.json")).exists();
        }
    }

    @Test
    void unsavedRulesOutliveTheServer() throws IOException, InterruptedException {
        try (ServedApi served = serve()) {
            JsonNode file = get(served, "api/rules/file?name=funding.drl");
            String body = JSON.writeValueAsString(Map.of(
                    "texts",
                    List.of(Map.of(
                            "name", "funding.drl", "text", file.path("text").asText() + "// more\n"))));
            assertThat(served.post("api/rules/draft", body).statusCode()).isEqualTo(200);
        }
        try (ServedApi served = serve()) {
            assertThat(get(served, "api/rules/file?name=funding.drl")
                            .path("text")
                            .asText())
                    .endsWith("// more\n");
        }
    }

    @Test
    void onlyTheOwnerCanRead() throws IOException, InterruptedException {
        try (ServedApi served = serve()) {
            work(served);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isIn("rwx------", "rw-------"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pack: ../other | `../other` is not in the workspace; a workspace names only what is in its folder,"
                        + " or what ships with winnow",
                "universe: /etc | `/etc` is not in the workspace; a workspace names only what is in its folder, or"
                        + " what ships with winnow",
                "panel: link | `link` is not in the workspace; a workspace names only what is in its folder, or what"
                        + " ships with winnow",
                "language: fr | `language` must be one of `en`, `zh`, found `fr`",
                "candidats: only | workspace.yaml has no `candidats`; did you mean `candidates`?"
            })
    void settingsThatNameOtherPlacesAreRefused(String line, String message) throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/hostname"));
        Files.writeString(folder.resolve("workspace.yaml"), "name: Theirs\n" + line + "\n");
        Run run = winnow("screen");
        assertThat(run.err()).contains("workspace.yaml:2").contains(message);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(winnow("serve", folder.toString()).err()).contains(message);
    }

    @Test
    void linksInAWorkspaceAreRefused() throws IOException {
        Files.delete(folder.resolve("lists"));
        Files.createSymbolicLink(folder.resolve("lists"), parent);
        assertThat(winnow("screen").err()).contains("lists: a link; links are not allowed in a workspace");
    }

    @Test
    void aJournalThatNamesFilesElsewhereIsRefused() throws IOException {
        try (ServedApi served = serve()) {
            assertThat(served.base()).isNotEmpty();
        }
        Path journal = folder.resolve(".winnow/journal");
        String entry = "{\"kind\":\"step\",\"what\":\"x\",\"edits\":[{\"file\":\"../evil\",\"start\":0,\"end\":0,"
                + "\"text\":\"x\"}]}";
        CRC32 sum = new CRC32();
        sum.update(entry.getBytes(StandardCharsets.UTF_8));
        Files.writeString(journal, Files.readString(journal) + String.format("%08x ", sum.getValue()) + entry + "\n");
        assertThat(winnow("serve", folder.toString(), "--no-browser").err())
                .contains("the journal of this workspace is damaged in line");
        assertThat(parent.resolve("evil")).doesNotExist();
    }

    @Test
    void aFolderWithoutSettingsIsNoWorkspace() {
        Run run = Run.winnow("serve", parent.toString());
        assertThat(run.err())
                .contains("is no workspace: it has no `workspace.yaml`; make one with `winnow init " + parent + "`");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(Run.winnow("init", folder.toString()).err()).contains("is a workspace already; open it with");
    }

    @Test
    void aPackAndAUniverseOfOnesOwnAreCopied() throws IOException {
        Path own = parent.resolve("own");
        Run.winnow(
                "init",
                own.toString(),
                "-r",
                Run.HOME.resolve("rules/battery").toString(),
                "-u",
                Run.HOME.resolve("seeds/illustrative").toString());
        assertThat(Files.readString(own.resolve("workspace.yaml")))
                .isEqualTo("name: own\npack: rules/battery\nuniverse: universe/illustrative\nlanguage: en\n");
        assertThat(Run.winnow(Map.of("WINNOW_WORKSPACE", own.toString()), false, "screen", "-q", "-f", "json")
                        .out())
                .isEqualTo(Run.winnow("screen", "-r", "battery", "-u", "illustrative", "-q", "-f", "json")
                        .out());
    }
}
