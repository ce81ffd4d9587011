# Measures of texts and pictures, of distributions, and one that keeps the best epoch.
import torch, torchmetrics, warnings
warnings.simplefilter('ignore')
from torchmetrics import *
from torchmetrics.classification import *
from torchmetrics.text import BLEUScore, WordErrorRate, CharErrorRate, Perplexity
from torchmetrics.image import PeakSignalNoiseRatio, StructuralSimilarityIndexMeasure
torch.manual_seed(0)
p,t=['the cat is on the mat','hello there world'],[['there is a cat on the mat','a cat is on the mat'],['hello there big world']]
for b in (BLEUScore(),BLEUScore(2),BLEUScore(smooth=True),BLEUScore(3,weights=[.5,.3,.2])): print(b,b(p,t)); b.update(['a b c d e'],[['a b c d f']]); print(b.compute())
print(BLEUScore()(['xx'],[['yy']]))
for w in (WordErrorRate(),CharErrorRate()): print(w,w(['this is the prediction','there is an other sample'],['this is the reference','there is another one'])); print(w('a b','a c d'), w.compute()); w.reset()
x=torch.randn(2,5,7); y=torch.randint(0,7,(2,5)); y[0,3:]=-100
print(Perplexity(ignore_index=-100), Perplexity(ignore_index=-100)(x,y), Perplexity()(x,y.clamp(min=0)))
a=torch.rand(3,2,20,24); c=(a+.1*torch.randn_like(a)).clamp(0,1)
for m in (PeakSignalNoiseRatio(data_range=1.),PeakSignalNoiseRatio(data_range=(0.,.8)),PeakSignalNoiseRatio(1.,base=2.),StructuralSimilarityIndexMeasure(data_range=1.),StructuralSimilarityIndexMeasure(),StructuralSimilarityIndexMeasure(gaussian_kernel=False,kernel_size=5,data_range=1.,reduction='none'),StructuralSimilarityIndexMeasure(sigma=(1.,2.),data_range=(0.,1.))): print(m,m(c,a)); m.update(a*.9,a); print(m.compute())
pr,q=torch.rand(4,3).softmax(1),torch.rand(4,3).softmax(1)
for m,u in ((KLDivergence(),(pr,q)),(KLDivergence(log_prob=True,reduction='sum'),(pr.log(),q.log())),(LogCoshError(),(pr[0],q[0])),(MinkowskiDistance(3),(pr[0],q[0]))): print(m,m(*u),m.compute())
tr=MetricTracker(MulticlassAccuracy(3,average='micro')); 
for e in range(3):
    tr.increment()
    for _ in range(2): tr.update(torch.randint(0,3,(10,)),torch.randint(0,3,(10,)))
    print(tr.compute())
print(tr.compute_all(),tr.best_metric(),tr.best_metric(return_step=True),tr.n_steps)
tr=MetricTracker(MetricCollection([MeanSquaredError(),R2Score()]))
for e in range(2): tr.increment(); tr.update(torch.rand(5),torch.rand(5))
print(tr.compute_all(),tr.best_metric(return_step=True)[1]); print(tr)
print(BinaryAccuracy.higher_is_better,MeanMetric.higher_is_better,MeanSquaredError().higher_is_better,BinaryHammingDistance().higher_is_better)
for e in ["MetricTracker(MeanMetric())","MetricTracker(3)","MetricTracker(MeanMetric(),maximize='a')","MetricTracker(MeanMetric(),True).compute()","BLEUScore()(['a'],[['a'],['b']])","BLEUScore(2,weights=[1.])","Perplexity()(x[0],y)","Perplexity()(x,y[:1])","StructuralSimilarityIndexMeasure()(a[0],c[0])","StructuralSimilarityIndexMeasure(reduction='x')","StructuralSimilarityIndexMeasure(kernel_size=4)(a,c)","PeakSignalNoiseRatio()","PeakSignalNoiseRatio(1.)(a,c[:1])","KLDivergence()(pr[0],q[0])","KLDivergence(log_prob=1)","MinkowskiDistance(.5)","torchmetrics.functional.log_cosh_error(pr[0],q[0])","KLDivergence(reduction='x')"]:
    try: print(e,eval(e))
    except Exception as ex: print(e,'!!',type(ex).__name__,ex)
print(torchmetrics.BLEUScore(), torchmetrics.Perplexity()(x,y.clamp(min=0)))
with warnings.catch_warnings(record=True) as w: warnings.simplefilter('always'); torchmetrics.PeakSignalNoiseRatio(1.); print([str(k.message) for k in w])
