package dev.winnow.serve.internal;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.workspace.Workspace;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.PackException;
import dev.winnow.model.source.FailedWrite;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.serve.internal.rules.KeptEdits;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.journal.OwnerOnly;
import dev.winnow.web.internal.journal.UnreadableJournal;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.SessionInput;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workspace of a run of {@code winnow serve}: its work, the port and the token that it had before, and the watch of
 * its files. Without a workspace, the work ends with the server.
 */
final class OpenWorkspace implements AutoCloseable {

    private final @Nullable Workspace workspace;
    private final KeptWork kept;
    private final Thread ending = new Thread(this::end, "winnow-end");
    private @Nullable DiskWatch watch;

    /** The workspace is open in another program, which serves it. */
    static final class OpenElsewhere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient URI address;

        OpenElsewhere(URI address) {
            super(address.toString());
            this.address = address;
        }

        URI address() {
            return address;
        }
    }

    private OpenWorkspace(@Nullable Workspace workspace, KeptWork kept) {
        this.workspace = workspace;
        this.kept = kept;
        if (workspace != null) {
            Runtime.getRuntime().addShutdownHook(ending); // Ctrl-C
        }
    }

    /**
     * Opens a workspace.
     *
     * @param workspace null for work that ends with the server
     * @param readOnly whether nothing is written
     */
    static OpenWorkspace of(@Nullable Workspace workspace, boolean readOnly) {
        if (workspace == null) {
            return new OpenWorkspace(null, KeptWork.inMemory());
        }
        try {
            return new OpenWorkspace(
                    workspace, readOnly ? KeptWork.reading(workspace.folder()) : KeptWork.open(workspace.folder()));
        } catch (UnreadableJournal e) {
            throw new Refusal(
                    Exit.PROBLEMS,
                    e.line() == 0
                            ? Message.of("a newer winnow wrote the journal of this workspace")
                                    .with(Message.of("update winnow to open it"))
                            : Message.of(
                                            "the journal of this workspace is damaged in line %s: `%s`",
                                            e.line(),
                                            workspace
                                                    .folder()
                                                    .resolve(KeptWork.OWN)
                                                    .resolve("journal"))
                                    .with(
                                            Message.of(
                                                    "move it away to go on with the files as they are, without the earlier steps")));
        } catch (FailedWrite e) {
            URI address = served(workspace.folder());
            if (address != null) {
                throw new OpenElsewhere(address);
            }
            throw new Refusal(Exit.COULD_NOT_RUN, e.what());
        } catch (IOException e) {
            throw unwritable(workspace, e);
        }
    }

    private static Refusal unwritable(Workspace workspace, IOException e) {
        return new Refusal(
                Exit.COULD_NOT_RUN,
                Message.of("cannot open the workspace `%s`: %s", workspace.folder(), String.valueOf(e.getMessage())));
    }

    private static Path server(Path folder) {
        return folder.resolve(KeptWork.OWN).resolve("server");
    }

    /** Returns the address at which the workspace is or was served; null if it is not known. */
    private static @Nullable URI served(Path folder) {
        try {
            Path file = server(folder);
            String line = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Files.readString(file).strip()
                    : "";
            return line.matches("http://127\\.0\\.0\\.1:[0-9]{1,5}/\\?token=[0-9a-f]{32}") ? URI.create(line) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns the name of the workspace; null if the work ends with the server. */
    @Nullable
    String name() {
        return workspace == null ? null : workspace.name();
    }

    /** Whether the files of a pack may be changed: outside of a workspace, or in its folder. */
    boolean mayWrite(Path pack) {
        try {
            return workspace == null
                    || pack.toRealPath().startsWith(workspace.folder().toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the rest of the files of a pack whose save was killed. */
    void finishSave(Path pack) {
        if (workspace != null && mayWrite(pack)) {
            try {
                kept.finishSave(pack, KeptEdits::without);
            } catch (IOException e) {
                throw unwritable(workspace, e);
            }
        }
    }

    /** Begins the session with the work as it was left. */
    Session session(SessionInput given, ScreeningRequest request, ScreeningResult result, Insight insight) {
        try {
            Session session = new Session(given, kept, request, result, insight);
            session.takeOver();
            return session;
        } catch (RefusedRequest e) {
            throw new Refusal(Exit.PROBLEMS, e.reason());
        }
    }

    /** Begins to watch the files of the workspace, and those of its pack and universe. */
    void watch(Session session, List<Path> inputs) {
        if (workspace != null) {
            watch = new DiskWatch(session, inputs, () -> reread(session));
        }
    }

    private static @Nullable Message reread(Session session) {
        try {
            RulePack pack = RulePack.load(session.given().pack())
                    .inLanguage(session.wording().language());
            session.reread(session.given().reading().apply(pack));
            return null;
        } catch (PackException e) {
            Problem first = e.problems().get(0);
            return Message.of("%s: %s", first.place().file(), first.what());
        } catch (RefusedRequest e) {
            return e.reason();
        }
    }

    /**
     * Starts the server, for a workspace with the token that it had before, and its port if that is free.
     *
     * @param port the port that the user gave; 0 for none
     */
    LocalServer start(int port, Workbench workbench, FailureLog log) throws IOException {
        URI before = workspace == null ? null : served(workspace.folder());
        String token = before == null ? Gate.newToken() : before.getQuery().substring("token=".length());
        if (port == 0 && before != null) {
            try {
                return LocalServer.start(before.getPort(), token, workbench, ServerLimits.DEFAULT, log);
            } catch (IOException e) {
                if (!(e.getCause() instanceof BindException)) {
                    throw e;
                }
            }
        }
        return LocalServer.start(port, token, workbench, ServerLimits.DEFAULT, log);
    }

    /** Keeps the address for the next start. */
    void began(LocalServer server) {
        if (workspace != null) {
            try {
                OwnerOnly.write(server(workspace.folder()), (server.address() + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // the next start has another address
            }
        }
    }

    private void end() {
        try {
            kept.close();
        } catch (IOException e) {
            // the journal is complete all the same
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
            end();
        } catch (IllegalStateException e) {
            // the program is ending, which ends the work
        }
    }
}
