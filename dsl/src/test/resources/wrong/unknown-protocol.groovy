scenario 'A claim'
peers 64, run: 'kadmelia', k: 8
stop at: 90.s
