package org.dvrsim.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * This machine's own kernel, asked in mount and network namespaces of its own that vanish
 * afterwards.
 *
 * <p>The tools (iproute2 6.15) are those of the folder named by the system property {@code
 * dvrsim.linux.root}, the root of a Debian trixie system with /proc, /sys and /dev; without it, the
 * machine's own.
 */
final class RealLinux {
  private static final String TOOLS = "iproute2-6.15";

  /**
   * Every namespace starts from the compiled-in settings, whatever the machine's are, but without
   * duplicate address detection and router solicitations, which take time.
   */
  private static final String PREPARE =
      """
      for c in all default lo; do
        cd /proc/sys/net/ipv4/conf/$c
        for k in accept_local arp_accept arp_announce arp_filter arp_ignore arp_notify forwarding \\
            log_martians promote_secondaries proxy_arp route_localnet rp_filter src_valid_mark; do
          echo 0 > $k
        done
        for k in accept_redirects secure_redirects send_redirects shared_media; do
          echo 1 > $k
        done
        cd /proc/sys/net/ipv6/conf/$c
        echo 0 > disable_ipv6
        echo 0 > accept_dad
        echo 0 > forwarding
        echo 0 > addr_gen_mode
        echo 0 > router_solicitations
      done
      """;

  private static final String PROLOGUE =
      """
      mount --make-rprivate /
      mkdir -p $ROOT/run/netns
      mount -t tmpfs none $ROOT/run/netns
      in_root() {
        if [ -n "$ROOT" ]; then chroot $ROOT "$@"; else "$@"; fi
      }
      snapshot() {
        for n in $(ls $ROOT/run/netns); do in_root ip -n $n -o addr; in_root ip -n $n -o link; done
      }
      # devices whose carrier or state the kernel has not finished with
      pending() {
        for n in $(ls $ROOT/run/netns); do in_root ip -n $n -o link; done | awk '{
          match($0, /<[^>]*>/)
          flags = "," substr($0, RSTART + 1, RLENGTH - 2) ","
          if (flags ~ /,LOOPBACK,/) next
          up = flags ~ /,UP,/; lower = flags ~ /,LOWER_UP,/; lost = flags ~ /,NO-CARRIER,/
          if (up && lower == lost || lower && (!/ state UP / || /qdisc noop/) \\
              || !lower && / state UP /) print "pending"
        }'
      }
      settle() {
        for n in $(ls $ROOT/run/netns); do
          if [ ! -e $T/known-$n-$(stat -c %i $ROOT/run/netns/$n) ]; then
            nsenter --net=$ROOT/run/netns/$n sh $T/prepare 2> $T/ignored
            touch $T/known-$n-$(stat -c %i $ROOT/run/netns/$n)
          fi
        done
        before=$(snapshot)
        i=0
        while [ $i -lt 60 ]; do
          sleep 0.03
          after=$(snapshot)
          [ "$before" = "$after" ] && [ -z "$(pending)" ] && break
          before=$after
          i=$((i + 1))
        done
      }
      run() {
        echo "$ $*"
        in_root "$@" > $T/out 2> $T/err
        status=$?
        cat $T/out
        sed 's/^/! /' $T/err
        echo "= $status"
        case "$*" in *show*|*get*) ;; *) settle ;; esac
      }
      """;

  private RealLinux() {}

  /** Returns why this machine cannot be asked; empty if it can. */
  static Optional<String> whyNot() {
    try {
      if (!output(List.of("id", "-u")).strip().equals("0")) {
        return Optional.of("needs root");
      }
      String version = output(inRoot(List.of("ip", "-V")));
      if (!version.contains(TOOLS)) {
        return Optional.of(
            "needs " + TOOLS + " (set dvrsim.linux.root), here is " + version.strip());
      }
      if (!output(List.of("unshare", "--mount", "--net", "echo", "fine")).contains("fine")) {
        return Optional.of("cannot make namespaces");
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("cannot run commands: " + e.getMessage());
    }
  }

  private static String root() {
    return System.getProperty("dvrsim.linux.root", "");
  }

  private static List<String> inRoot(List<String> words) {
    if (root().isEmpty()) {
      return words;
    }
    List<String> all = new ArrayList<>(List.of("chroot", root()));
    all.addAll(words);
    return all;
  }

  /** Returns the transcript of commands, each a line of words without quotes. */
  static String run(List<String> commands) {
    try {
      Path folder = Files.createTempDirectory("dvrsim");
      try {
        Files.writeString(folder.resolve("prepare"), PREPARE);
        StringBuilder program = new StringBuilder("T=" + folder + "\nROOT=" + root() + "\n");
        program.append(PROLOGUE);
        commands.forEach(command -> program.append("run ").append(command).append('\n'));
        program.append("for each in $(ls $ROOT/run/netns | sort); do\n");
        for (String dump : KernelSamplesTest.DUMPS) {
          program.append("  run ").append(dump.formatted("$each")).append('\n');
        }
        program.append("done\n");
        Path script = folder.resolve("script");
        Files.writeString(script, program);
        return output(List.of("unshare", "--mount", "--net", "sh", script.toString()));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static String output(List<String> words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return text;
  }
}
