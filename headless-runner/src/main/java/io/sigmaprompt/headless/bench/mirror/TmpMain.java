package io.sigmaprompt.headless.bench.mirror;
public final class TmpMain { public static void main(String[] a) throws Exception {
 MirrorBenchPlan p=new MirrorBenchPlan(Integer.parseInt(a[0]),Integer.parseInt(a[1]),Integer.parseInt(a[2]),Integer.parseInt(a[3]),1,.6,5,5,5);
 if (a.length>4) { for(int i=0;i<2;i++){ var s=new Latency(p).run(); System.out.printf("frames %d overflow %d p50 %.0f p99 %.0f p99.9 %.0f max %.0f us lag %.0f%n", s.frames(), s.overflown(), s.nanos().getValueAtPercentile(50)/1e3,s.nanos().getValueAtPercentile(99)/1e3,s.nanos().getValueAtPercentile(99.9)/1e3,s.nanos().getMaxValue()/1e3,s.worstLag()/1e3);} return; }
 Fleet f=new Fleet(p); for (boolean r : new boolean[]{true,false}) { Throughput t=new Throughput(f,r); t.run(2); for(int i=0;i<4;i++){ var s=t.run(0.5); System.out.printf("refs %b frames/s %.0f bytes/frame %.0f records/frame %.2f%n", r, s.framesPerSecond(), (double)s.bytes()/s.frames(), (double)s.records()/s.frames()); } }
}}
