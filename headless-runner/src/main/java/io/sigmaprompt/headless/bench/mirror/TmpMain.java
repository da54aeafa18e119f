package io.sigmaprompt.headless.bench.mirror;
public final class TmpMain { public static void main(String[] a) {
 MirrorBenchPlan p=new MirrorBenchPlan(Integer.parseInt(a[0]),Integer.parseInt(a[1]),Integer.parseInt(a[2]),Integer.parseInt(a[3]),1,.6,2,1,5);
 Fleet f=new Fleet(p); for (boolean r : new boolean[]{true,false}) { Throughput t=new Throughput(f,r); t.run(2); for(int i=0;i<4;i++){ var s=t.run(0.5); System.out.printf("refs %b frames/s %.0f bytes/frame %.0f records/frame %.2f%n", r, s.framesPerSecond(), (double)s.bytes()/s.frames(), (double)s.records()/s.frames()); } }
}}
