"""Numpy's numbers are none of Python's, but for `float64`: what they are, what they make, and who takes them."""

import copy
import datetime
import json
import math
import numbers
import pickle
import statistics
import struct
import warnings
from fractions import Fraction

import numpy as np
from each_line import each_line

warnings.simplefilter("ignore")
each_line(
    """
np.int64(4)=='a'
np.int64(4)!='a'
np.float64(4)=='a'
np.int64(1)+1j
np.float64(2)*1j
1j*np.int64(2)
np.int64(1)<'a'
np.int64(1)+'a'
np.int64(1)+None
np.int64(1)==None
np.bool_(True)+1
np.True_+np.True_
np.True_-np.True_
[1,2,3][np.int64(1)]
np.int64(3)**-1
np.int64(3)**-1.0
np.int8(100)+100
np.int8(100)+np.int8(100)
np.uint8(3)-np.uint8(5)
np.int64(7)//0
np.int64(7)/0
np.int64(7)%0
np.float64(7)//0
np.float64(7)%0
np.float32(7)/0
-np.uint8(3)
~np.int64(3)
~np.True_
-np.True_
abs(np.int8(-128))
round(np.float32(2.567),1)
round(np.int64(25),-1)
divmod(np.int64(7),2)
divmod(7,np.float64(2))
hash(np.int64(5))
{1:2}[np.int64(1)]
np.int64(1) in {1,2}
isinstance(np.int64(1),int)
isinstance(np.float32(1),float)
isinstance(np.float64(1),float)
isinstance(np.True_,bool)
isinstance(np.True_,int)
json.dumps(np.int64(1))
json.dumps({'a':np.float32(1)})
json.dumps(np.float64(1))
json.dumps(np.True_)
'%d' % np.int64(3)
'%.2f' % np.float32(3)
'%s' % np.int64(3)
f'{np.int64(3):05d}'
f'{np.float32(3):.3f}'
f'{np.float32(3):d}'
f'{np.True_:d}'
f'{np.True_}'
str(np.float32(0.1))
'ab'*np.int64(2)
[0]*np.int64(2)
math.sqrt(np.float32(2))
math.floor(np.float32(2.5))
math.floor(np.int64(2))
math.gcd(np.int64(4),np.int64(6))
int(np.float32(2.7))
float(np.int64(2))
complex(np.int64(2))
bool(np.float32(0))
np.int64(5).bit_length()
np.int64(5).bit_count()
np.float32(2.0).is_integer()
np.float32(.5).as_integer_ratio()
np.int64(3).is_integer()
np.int64(3).numerator
np.int64(3).real
np.float64(3).hex()
np.float32(3).hex()
sum([np.int64(1),np.int64(2)])
max(np.int64(1),2)
sorted([np.float32(2),1])
chr(np.int64(65))
isinstance(np.int64(1),numbers.Integral)
isinstance(np.float32(1),numbers.Real)
isinstance(np.True_,numbers.Number)
statistics.mean([np.float32(1),np.float32(2)])
statistics.mean([np.int64(1),np.int64(2)])
sum([np.True_,np.True_])
np.int64(1).x
pickle.loads(pickle.dumps(np.int64(3)))
copy.deepcopy(np.float32(3))
np.int64(2)<<3
np.int64(2)|1
np.True_|False
np.True_&1
np.float64(1)&1
np.int64(2)*[1,2]
[1,2]*np.int64(2)
np.int64(1)+[1,2]
(1,2)*np.int64(2)
datetime.timedelta(seconds=np.float64(3))
datetime.date(np.int64(2020),1,1)
Fraction(np.int64(3),4)
np.int64(3)+Fraction(1,2)
struct.pack('i',np.int64(3))
bytes(np.int64(3))
np.int64(300).astype(np.uint8)
np.uint8(300)
np.int64(2.7)
np.int64('3')
np.float32('3.5')
np.int64([1,2])
np.bool_('')
np.bool_([1,0])
np.int64()
np.float32()
np.int32(2**31)
np.float64(1e308)*10
np.float32(3e38)*10
np.float16(60000)*2
np.int64(2**62)*4
np.float64(0.1)+np.float32(0.1)
np.float32(0.1)+0.1
np.float32(0.1)*3
np.int32(3)+np.int64(4)
np.int32(3)+np.float32(1)
np.int8(3)+np.float16(1)
np.float32(7.5)//2
np.float32(7.5)%2
np.float32(2)**0.5
np.float64(-8)**(1/3)
np.float64(-2)**2
2**np.int64(3)
2.0**np.int64(3)
2**np.float32(3)
np.int64(1)==1.0
np.int64(1)==True
np.True_==True
np.True_==1
np.True_ is np.bool_(1)
np.float64('nan')==np.float64('nan')
np.int64(3)<3.5<np.float32(4)
np.int64(10**18)==10**18+1
np.int64(1)<10**30
np.int64(1)+10**30
10**30*np.float64(1)
np.int64(2) + np.float32(0.5), np.uint8(200) + np.uint8(100), np.int16(7) // np.int16(-2), np.int16(7) % np.int16(-2)
np.float64(7.5) // -2, np.float64(-7.5) % 2, np.float64(-0.0) % 3, divmod(np.float64(1e17), 3)
np.array([3, 1])[np.int64(1)], np.zeros(np.int64(2)), list(range(np.int64(2)))
[type(x).__name__ for x in (np.int8(1) + 1, np.int8(1) + 1.0, np.float16(1) + 1.0, np.int8(1) / np.int8(2), np.True_ | True)]
""",
    globals(),
)
