package dev.winnow.cli.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds winnow in its checkout and creates the CDS archive that the JVM starts from. The launcher runs this source
 * file before anything is compiled, so it depends on the JDK alone.
 *
 * <p>All output goes to {@code .winnow} in the checkout and is protected by a lock: of two launchers started at the
 * same time, one builds and the other waits.
 */
final class Build {

    private static final int DONE = 0;
    private static final int FAILED = 4;

    /** The first JDK with an ahead-of-time cache of linked classes. */
    private static final int AHEAD_OF_TIME = 25;

    /** The first JDK that warns of a library's use of {@code sun.misc.Unsafe}. */
    private static final int WARNS_OF_UNSAFE = 24;

    /** Time limit of a training run. */
    private static final int MINUTES = 10;

    private static final Pattern NETWORK = Pattern.compile("Failed to fetch|UnknownHost|Unknown host|Could not transfer"
            + "|Temporary failure|Name or service not known|Network is unreachable|No route to host"
            + "|[Cc]onnect(ion)? (timed out|refused|reset)|java\\.net\\.|javax\\.net\\.ssl|PKIX path");

    /** Lines of Maven's output that do not name a cause. */
    private static final Pattern ADVICE = Pattern.compile(
            "^\\[ERROR\\] *$|\\[Help [0-9]|re-run Maven|Re-run Maven|For more information|After correcting|-rf :");

    /** Training runs for the archive. Classes that a run does not use cost it nothing. */
    private static final List<String[]> TRAINING = List.of(
            new String[] {"screen"},
            new String[] {"rules", "check"},
            new String[] {"rules", "test"},
            new String[] {"explain", "sien", "qingdao"},
            new String[] {"explain", "sien", "qingdao", "-f", "json"},
            new String[] {"rules", "list", "-f", "json"},
            new String[] {"--help"});

    private static final int SHOWN_LINES = 25;

    /** Exit codes of a process stopped by Ctrl-C or {@code kill}. */
    private static final Set<Integer> STOPPED = Set.of(130, 143);

    private final Path home;
    private final String jdk;
    private final PrintStream err;
    private final Path work;
    private final Path stamp;
    private final Path log;
    private final Path jar;

    /**
     * @param home the checkout
     * @param jdk identifies the running JDK in file names
     * @param err receives progress messages
     */
    Build(Path home, String jdk, PrintStream err) {
        this.home = home;
        this.jdk = jdk;
        this.err = err;
        work = home.resolve(".winnow");
        stamp = work.resolve("stamp");
        log = work.resolve("build.log");
        jar = work.resolve("build/winnow-cli/winnow-cli.jar");
    }

    /**
     * Builds a checkout.
     *
     * @param arguments the folder of the checkout, and an identifier of the JDK
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new Build(Path.of(arguments[0]), arguments[1], System.err).run());
    }

    /**
     * Creates missing files and those older than their sources; returns {@link #FAILED} if winnow cannot run
     * afterwards.
     */
    int run() throws InterruptedException {
        try {
            Files.createDirectories(work);
            try (FileChannel lock =
                    FileChannel.open(work.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(lock);
                if (isStale() && !build()) {
                    return FAILED;
                }
                prepareStart();
            }
        } catch (IOException e) {
            if (!Files.isRegularFile(jar)) {
                say("it must be built first, but " + home + " is not writable");
                return FAILED;
            }
            say("this checkout is not writable; running the last build");
        }
        return DONE;
    }

    private void say(String line) {
        err.println("winnow: " + line);
    }

    /** Locks until the channel is closed; the system closes it when the process ends. */
    private void lock(FileChannel channel) {
        try {
            if (channel.tryLock() == null) {
                say("waiting for another build to finish…");
                channel.lock();
            }
        } catch (IOException e) {
            // This file system does not support locks.
        }
    }

    // --- Building ---

    /** Whether no build exists or a source is newer than the last build. The launcher makes the same check. */
    private boolean isStale() throws IOException {
        if (!Files.isRegularFile(jar) || !Files.isRegularFile(stamp)) {
            return true;
        }
        FileTime built = Files.getLastModifiedTime(stamp);
        List<Path> sources = new ArrayList<>(List.of(home.resolve("pom.xml")));
        for (Path folder : List.of(home, home.resolve("features"))) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (DirectoryStream<Path> modules = Files.newDirectoryStream(folder, Files::isDirectory)) {
                for (Path module : modules) {
                    sources.add(module.resolve("pom.xml"));
                    sources.add(module.resolve("src/main"));
                }
            }
        }
        for (Path source : sources) {
            if (Files.exists(source)) {
                try (Stream<Path> files = Files.walk(source)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                        .compareTo(built)
                                > 0) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private boolean build() throws IOException, InterruptedException {
        say(
                Files.isRegularFile(jar)
                        ? "building…"
                        : "building (the first run fetches some 210 MB and takes a minute or two)…");
        // Its time is from before the build, so that an edit during the build counts as newer.
        Path draft = work.resolve("stamp.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft);
        ProcessBuilder maven = new ProcessBuilder(
                        "sh",
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "-q",
                        "-Dwinnow.quick",
                        "-Dwinnow.commit=" + commit(),
                        "-pl",
                        "cli",
                        "-am",
                        "package")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_ARGS", ""));
        Process process = maven.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        process.getOutputStream().close();
        int exit = process.waitFor();
        if (STOPPED.contains(exit)) {
            return false;
        }
        if (exit != 0 || !Files.isRegularFile(jar)) {
            explain();
            return false;
        }
        Files.move(draft, stamp, StandardCopyOption.REPLACE_EXISTING);
        // Archives of the previous jars are stale.
        try (DirectoryStream<Path> old = Files.newDirectoryStream(work, "start-*")) {
            for (Path one : old) {
                Files.deleteIfExists(one);
            }
        }
        return true;
    }

    /** Returns the commit, marked if files differ from it; empty without git. */
    private String commit() throws InterruptedException {
        try {
            ProcessBuilder describe = new ProcessBuilder(
                            "git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*")
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // Keeps git from reporting the commit of a surrounding repository when the sources themselves are not under
            // git.
            describe.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(home.getParent()));
            Process git = describe.start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return git.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return ""; // no git on the path
        }
    }

    private void explain() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.stream().anyMatch(line -> NETWORK.matcher(line).find())) {
            say("the build could not download its libraries; check the network");
            err.println(
                    "Only a build needs the network: the first one downloads Maven and the libraries from Maven Central."
                            + " Connect, and run winnow again.");
            err.println("Behind a proxy: name it in ~/.m2/settings.xml and in https_proxy. The output of Maven is in "
                    + log);
            return;
        }
        say("the build failed. The end of " + log + ":");
        List<String> output =
                lines.stream().filter(line -> !ADVICE.matcher(line).find()).toList();
        output.subList(Math.max(0, output.size() - SHOWN_LINES), output.size())
                .forEach(line -> err.println("  " + line));
    }

    // --- Start ---

    /**
     * Creates the archive that speeds up starts: an ahead-of-time cache of linked classes on JDK 25 and newer, a CDS
     * archive before. The JVM ignores archives created by another JDK or from other jars.
     *
     * <p>The options file that names the archive is written last. Without an archive it names none, so that the next
     * attempt follows the next build.
     */
    private void prepareStart() throws IOException, InterruptedException {
        Path options = work.resolve("start-" + jdk + ".options");
        if (Files.isRegularFile(options)
                && Files.getLastModifiedTime(options).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            return;
        }
        Path archive = work.resolve("start-" + jdk + ".archive");
        Path draft = work.resolve("start-" + jdk + ".new");
        Files.deleteIfExists(draft);
        boolean ahead = Runtime.version().feature() >= AHEAD_OF_TIME;
        List<String> lines = new ArrayList<>();
        if (ahead ? makeCache(draft) : makeArchive(draft)) {
            Files.move(draft, archive, StandardCopyOption.REPLACE_EXISTING);
            String option = ahead ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
            lines.add(quoted(option, archive));
            lines.add(
                    "# The JVM maps the archive at the address it was created for: processes share it and do not copy it.");
            lines.add("-XX:+UnlockDiagnosticVMOptions");
            lines.add("-XX:ArchiveRelocationMode=0");
            lines.add("# A JVM that cannot use the archive starts without it and prints no warning.");
            lines.add("-Xlog:cds*=off");
            if (ahead) {
                lines.add("-Xlog:aot*=off");
            }
        } else {
            lines.add("# This JDK could not create an archive.");
        }
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            lines.add("# OR-Tools uses sun.misc.Unsafe; without this option, Java prints a warning.");
            lines.add("--sun-misc-unsafe-memory-access=allow");
        }
        Files.deleteIfExists(draft);
        Files.write(draft, lines);
        Files.move(draft, options, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String quoted(String option, Path path) {
        return "\"" + option + path.toString().replace("\\", "\\\\") + "\"";
    }

    /**
     * Every class in an ahead-of-time cache is linked at each start, so the cache is trained with the most common
     * command only.
     */
    private boolean makeCache(Path archive) throws IOException, InterruptedException {
        winnow(List.of("-XX:AOTCacheOutput=" + archive), "screen");
        return winnow(List.of("-XX:AOTCache=" + archive, "-XX:AOTMode=on", "-XX:+VerifySharedSpaces"), "--version");
    }

    /** A CDS archive contains the classes that common commands load. */
    private boolean makeArchive(Path archive) throws IOException, InterruptedException {
        Path list = work.resolve("start-" + jdk + ".list");
        List<String> classes = new ArrayList<>();
        for (String[] command : TRAINING) {
            Files.deleteIfExists(list);
            winnow(List.of("-XX:DumpLoadedClassList=" + list), command);
            if (Files.isRegularFile(list)) {
                // Repeated lines within one list are kept: lambdas that look alike each need their own.
                Set<String> known = new HashSet<>(classes);
                Files.readAllLines(list).stream()
                        .filter(line -> !known.contains(line))
                        .forEach(classes::add);
            }
        }
        if (!classes.isEmpty()) {
            Files.write(list, classes);
            java(List.of(
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + archive,
                    "-cp",
                    jar.toString()));
        }
        Files.deleteIfExists(list);
        return winnow(
                List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on", "-XX:+VerifySharedSpaces"), "--version");
    }

    /** Runs a command of winnow; returns whether it succeeded. */
    private boolean winnow(List<String> options, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("-XX:+UseSerialGC"));
        words.addAll(options);
        words.addAll(List.of("-Dwinnow.home=" + home, "-jar", jar.toString()));
        words.addAll(List.of(command));
        return java(words);
    }

    /** Runs Java as the launcher does, without output; returns whether it succeeded. */
    private boolean java(List<String> words) throws IOException, InterruptedException {
        Path launch = home.resolve("cli/src/main/launch");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + launch.resolve("java.options"),
                "@" + launch.resolve("short.options"),
                "-XX:ErrorFile=" + work.resolve("crash.log")));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("WINNOW_LANG", "en"));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
