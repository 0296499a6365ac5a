package dev.winnow.serve.internal.rules;

import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.report.json.Contract;
import dev.winnow.serve.internal.rules.RuleDraft.Edited;
import dev.winnow.serve.internal.rules.RuleDraft.State;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.workbench.internal.edit.LineEnds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lists, reads and edits the files of the pack. */
public final class FileOperations {

    /**
     * The files of the pack.
     *
     * @param schema the version of the contract
     * @param revision the revision of the unsaved edits
     * @param files the files by name
     */
    record FileList(int schema, long revision, List<PackFile> files) {}

    /**
     * A file of the pack with its unsaved edits.
     *
     * @param schema the version of the contract
     * @param revision the revision of the unsaved edits
     * @param name the name, relative to the pack's folder
     * @param text the text, with plain line feeds
     * @param digest the digest of the file on disk; empty if it is not there
     */
    record FileText(int schema, long revision, String name, String text, String digest) {}

    /**
     * The new texts of files.
     *
     * @param texts the texts
     */
    record Texts(List<Text> texts) {}

    /**
     * The new text of a file.
     *
     * @param name the name, relative to the pack's folder
     * @param text the whole text
     * @param seen the digest of the file on disk to which the text was typed; null if it is not known
     * @param was the text with edits that the page had before; null if it is not known
     */
    record Text(
            String name,
            String text,
            @Nullable String seen,
            @Nullable String was) {}

    /**
     * The files to reset.
     *
     * @param names the names of the files
     */
    record Names(List<String> names) {}

    private final RuleDraft draft;
    private final AssistOperations assist;

    public FileOperations(RuleDraft draft, AssistOperations assist) {
        this.draft = draft;
        this.assist = assist;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/rules/files",
                        "Lists the files of the pack.",
                        FileList.class,
                        request -> Reply.json(list())),
                Operation.get(
                        "/api/rules/file",
                        "Returns a file of the pack with its unsaved edits.",
                        FileText.class,
                        request -> Reply.json(file(request.get("name"))),
                        Parameter.required("name", "The name of the file, such as cases/demand.yaml.")),
                Operation.post(
                        "/api/rules/draft",
                        Access.EDIT,
                        "Replaces the texts of files in memory and returns the problems of the pack.",
                        Texts.class,
                        AssistOperations.Checked.class,
                        this::put),
                Operation.post(
                        "/api/rules/discard",
                        Access.EDIT,
                        "Removes the unsaved edits of files.",
                        Names.class,
                        AssistOperations.Checked.class,
                        request -> {
                            draft.discard(request.as(Names.class).names());
                            return assist.checked();
                        }));
    }

    private FileList list() throws RefusedRequest {
        State state = draft.now();
        PackFiles disk = draft.onDisk();
        TreeSet<String> names = new TreeSet<>(disk.names());
        names.addAll(state.edited().keySet());
        return new FileList(
                Contract.SCHEMA,
                state.revision(),
                names.stream()
                        .map(name -> {
                            Edited edited = state.edited().get(name);
                            String saved = disk.raw(name);
                            return new PackFile(
                                    name,
                                    edited != null,
                                    saved == null,
                                    edited != null && !edited.base().equals(Digest.of(saved)));
                        })
                        .toList());
    }

    private FileText file(String name) throws RefusedRequest {
        State state = draft.now();
        String saved = draft.onDisk().raw(name);
        Edited edited = state.edited().get(name);
        String text = edited == null ? saved : edited.text();
        if (text == null) {
            throw RuleDraft.unknown(name);
        }
        return new FileText(Contract.SCHEMA, state.revision(), name, LineEnds.plain(text), Digest.of(saved));
    }

    private Reply put(WebRequest request) throws RefusedRequest {
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> seen = new HashMap<>();
        Map<String, String> was = new HashMap<>();
        for (Text one : request.as(Texts.class).texts()) {
            texts.put(one.name(), one.text());
            if (one.seen() != null) {
                seen.put(one.name(), one.seen());
            }
            if (one.was() != null) {
                was.put(one.name(), one.was());
            }
        }
        return assist.checked(draft.put(texts, seen, was));
    }
}
