"""Arrays that are only to be read, and reductions between indices."""

import numpy as np
a=np.arange(4); a.flags.writeable=False
for s in ["a[0]=1","a+=1","a[1:]=2","a.sort()","a.fill(3)","b=a[1:]; b[0]=9","c=a.copy(); c[0]=5","a.flags.writeable=True; a[0]=7","a.setflags(write=False); a[0]=3","np.add(a,1,out=a)","a.shape=(2,2)","d=a.reshape(2,2); d[0,0]=1","a.T[0]=1","e=np.broadcast_to(np.arange(3),(2,3)); e[0,0]=1", "print(np.add.reduceat(np.arange(8),[0,4,1,5]), np.add.reduceat(np.ones((3,4)),[0,2],axis=1), np.multiply.reduceat([1,2,3],[0,2,1]))","np.add.reduceat([1,2],[0,5])"]:
    try: exec(s); print(s,'ok', a)
    except Exception as e: print(s, type(e).__name__, e)
