package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.base.SimClock;
import org.dvrsim.base.SimTime;

/** The commands of a shell itself that are about its jobs: {@code jobs}, {@code kill}, wait. */
final class JobCommands {
  /** What they are called. */
  static final Set<String> NAMES = Set.of("jobs", "kill", "wait");

  private static final int NOT_A_CHILD = 127;
  private static final int WRONG = 2;
  private static final int TERM = 15;

  private final List<Job> jobs;

  JobCommands(List<Job> jobs) {
    this.jobs = jobs;
  }

  int run(CommandContext context, List<String> words) {
    List<String> rest = words.subList(1, words.size());
    return switch (words.get(0)) {
      case "jobs" -> list(context);
      case "kill" -> kill(context, rest);
      default -> await(context, rest);
    };
  }

  private int list(CommandContext context) {
    for (Job job : jobs) {
      if (job.isRunning()) {
        boolean last = job == jobs.get(jobs.size() - 1);
        String mark = last ? "+" : " ";
        context.println(
            String.format("[%d]%s  %-23s %s &", job.number(), mark, "Running", job.text()));
      }
    }
    return 0;
  }

  private int kill(CommandContext context, List<String> words) {
    int signal = TERM;
    List<String> targets = words;
    if (!words.isEmpty() && words.get(0).startsWith("-")) {
      boolean named = words.get(0).equals("-s") && words.size() > 1;
      signal = signal(named ? words.get(1) : words.get(0).substring(1));
      targets = words.subList(named ? 2 : 1, words.size());
    }
    if (targets.isEmpty()) {
      context.complain("sh: kill: usage: kill [-s sigspec | -signum] pid | jobspec ...");
      return WRONG;
    }
    int status = 0;
    for (String target : targets) {
      Optional<Job> job = find(target).filter(Job::isRunning);
      if (job.isPresent()) {
        job.get().kill(signal);
      } else {
        boolean process = !target.startsWith("%");
        context.complain(
            process
                ? "sh: kill: (" + target + ") - No such process"
                : "sh: kill: " + target + ": no such job");
        status = 1;
      }
    }
    return status;
  }

  private static int signal(String word) {
    return switch (word.startsWith("SIG") ? word.substring(3) : word) {
      case "TERM", "15" -> TERM;
      case "INT", "2" -> 2;
      case "KILL", "9" -> 9;
      case "HUP", "1" -> 1;
      default -> throw new NotModelledException("kill -" + word);
    };
  }

  private Optional<Job> find(String word) {
    if (word.equals("%%") || word.equals("%+") || word.equals("%")) {
      return jobs.stream().filter(Job::isRunning).reduce((first, second) -> second);
    }
    OptionalLong number =
        Numbers.unsigned(word.startsWith("%") ? word.substring(1) : word, Integer.MAX_VALUE);
    return jobs.stream()
        .filter(
            job ->
                number.isPresent()
                    && number.getAsLong() == (word.startsWith("%") ? job.number() : job.pid()))
        .findFirst();
  }

  private int await(CommandContext context, List<String> words) {
    int status = 0;
    if (words.isEmpty()) {
      jobs.forEach(job -> await(context, job));
    }
    for (String word : words) {
      Optional<Job> job = find(word);
      if (job.isEmpty()) {
        context.complain("sh: wait: pid " + word + " is not a child of this shell");
        status = NOT_A_CHILD;
      } else {
        await(context, job.get());
        status = job.get().status();
      }
    }
    return status;
  }

  private static void await(CommandContext context, Job job) {
    if (job.isRunning()) {
      SimTime end =
          job.background()
              .end()
              .orElseThrow(() -> new NotModelledException("waiting for what never ends"));
      SimClock clock = context.host().datapath().clock();
      clock.advanceNanos(end.nanos() - clock.now().nanos());
    }
  }
}
